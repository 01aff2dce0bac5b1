import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import type { RelatedItem } from '../../shared/contract/related.ts'
import { localDay, shortDay } from '../state/days.ts'
import { Icon } from '../ui/icon.tsx'
import type { SidebarProps } from './sidebar-props.ts'

/** Words that are named as a reason; more would be a list to read. */
const mostWords = 3

/** Entries and resources like this one, each with what they have in common. Folded while there are none. */
export function RelatedPanel({ related, onOpenAt }: Pick<SidebarProps, 'related' | 'onOpenAt'>) {
  const items = useStore(related, (state) => state.items)
  const [isFolded, setIsFolded] = useState(false)
  const listId = useId()
  const isOpen = !isFolded && items.length > 0
  return (
    <section className="rel" aria-label="Related">
      <h2>
        <button
          type="button"
          className="ph"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          disabled={items.length === 0}
          onClick={() => setIsFolded(!isFolded)}
        >
          Related
          <span className="n">{items.length === 0 ? 'nothing' : items.length}</span>
          {items.length === 0 ? null : <Icon of={isOpen ? ChevronDown : ChevronRight} size={12} />}
        </button>
      </h2>
      {isOpen ? (
        <ul id={listId} className="scroll">
          {items.map((item) => (
            <li key={`${item.kind} ${item.path} ${item.from} ${item.title}`}>
              <button type="button" title={item.path} onClick={() => onOpenAt(item.path, item.from)}>
                <span className="t">
                  <span className="cut">{item.title}</span>
                  {item.date === null ? null : <span className="d">{shortDay(item.date, localDay())}</span>}
                </span>
                <span className="why">{describeBond(item)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** `2 links in common, kernel, eigenvalue`. */
export function describeBond({ kind, links, words, tags }: RelatedItem): string {
  const parts = [
    ...(links > 0 ? [`${links} ${links === 1 ? 'link' : 'links'} in common`] : []),
    ...words.slice(0, mostWords),
    ...tags.map((tag) => `#${tag}`),
  ].join(', ')
  return kind === 'resource' ? `a resource: ${parts}` : parts
}
