import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import { useRef, type ReactElement } from 'react'
import { Icon } from './icon.tsx'
import { Keys } from './keys.tsx'

/** One line of a menu: something to do, a line between groups, or the caption of a group. */
export type MenuEntry =
  | {
      readonly kind: 'item'
      readonly label: string
      readonly detail?: string
      readonly icon?: LucideIcon
      readonly keys?: string | null
      readonly isBad?: boolean
      readonly isDisabled?: boolean
      readonly isChosen?: boolean
      readonly onChoose: () => void
    }
  | { readonly kind: 'line' }
  | { readonly kind: 'caption'; readonly label: string }

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly side?: 'bottom' | 'right'
  readonly align?: 'start' | 'end'
}

/**
 * A menu under its button, by keyboard and pointer.
 *
 * It stands beside its button in the document, not at its end, so that it is part of the same landmark.
 */
export function Menu({ trigger, label, entries, side = 'bottom', align = 'end' }: MenuProps) {
  const place = useRef<HTMLSpanElement>(null)
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <span ref={place} className="menu-place" />
      <BaseMenu.Portal container={place}>
        <BaseMenu.Positioner
          className="float"
          positionMethod="fixed"
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <BaseMenu.Popup className="menu" aria-label={label}>
            {entries.map((entry, at) => (
              <MenuLine key={at} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  if (entry.kind === 'line') return <hr />
  if (entry.kind === 'caption') return <div className="cap">{entry.label}</div>
  const classes = ['mi', entry.isBad ? 'bad' : '', entry.detail ? 'two' : ''].filter(Boolean).join(' ')
  return (
    <BaseMenu.Item className={classes} disabled={entry.isDisabled ?? false} onClick={entry.onChoose}>
      {entry.isChosen === undefined ? null : (
        <span className="tick">{entry.isChosen ? <Icon of={Check} size={14} /> : null}</span>
      )}
      {entry.icon ? <Icon of={entry.icon} /> : null}
      <span className="grow cut">
        {entry.label}
        {entry.isChosen ? <span className="unseen"> (chosen)</span> : null}
        {entry.detail ? <span className="sub cut">{entry.detail}</span> : null}
      </span>
      {entry.keys ? <Keys keys={entry.keys} /> : null}
    </BaseMenu.Item>
  )
}
