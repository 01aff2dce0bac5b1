import { ArrowDown, ArrowUp } from 'lucide-react'
import { Icon } from './icon.tsx'

export interface Column<Order> {
  /** Null: the list cannot be sorted by it. */
  readonly order: Order | null
  readonly label: string
  readonly className: string
}

interface SortableHeadProps<Order> {
  readonly columns: readonly Column<Order>[]
  readonly sorted: { readonly order: Order; readonly isDescending: boolean }
  readonly onSort: (order: Order) => void
}

/** The names of a list's columns; a press on one sorts by it, another one turns the order round. */
export function SortableHead<Order>({ columns, sorted, onSort }: SortableHeadProps<Order>) {
  return (
    <div className="overview-head">
      {columns.map(({ order, label, className }) =>
        order === null ? (
          <span key={label} className={className}>
            {label}
          </span>
        ) : (
          <button
            key={label}
            type="button"
            className={className}
            aria-pressed={sorted.order === order}
            onClick={() => onSort(order)}
          >
            {label}
            {sorted.order === order ? (
              <Icon of={sorted.isDescending ? ArrowDown : ArrowUp} size={12} />
            ) : null}
          </button>
        ),
      )}
    </div>
  )
}
