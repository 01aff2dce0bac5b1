import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { gatherResources } from '../state/resource-cards.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Keys } from '../ui/keys.tsx'
import { ResourceItem } from './resource-item.tsx'
import { ShowMore } from './show-more.tsx'
import type { SidebarProps } from './sidebar-props.ts'
import { useFirstPart } from './use-first-part.ts'

/** Each linked page of the entry once, with what it is for. */
export function ResourcesPanel({
  summary,
  isEditable,
  onReveal,
  onOpenAt,
  onOpenLink,
  onAddLink,
}: SidebarProps) {
  const entry = useStore(summary, (state) => state.summary)
  const uses = useStore(summary, (state) => state.uses)
  const cards = useMemo(() => gatherResources(entry?.resources ?? []), [entry])
  const { shown, rest, showMore } = useFirstPart(cards, entry?.path ?? null)
  return (
    <>
      <div className="ph">
        <h2>Resources</h2>
        <span className="n">{cards.length === 0 ? '' : `${cards.length} in this entry`}</span>
        {isEditable ? (
          <IconButton icon={Plus} isSmall label="Add a link" keys={keysOf('add-link')} onClick={onAddLink} />
        ) : null}
      </div>
      <div className="scroll">
        {shown.map((card) => (
          <ResourceItem
            key={card.key}
            card={card}
            uses={uses.get(card.key) ?? null}
            shownPath={entry?.path ?? null}
            onReveal={onReveal}
            onOpenAt={onOpenAt}
            onOpenLink={onOpenLink}
          />
        ))}
        <ShowMore rest={rest} onShow={showMore} />
        {entry && cards.length === 0 ? (
          <EmptyState title="No link yet">
            Paste one into the text, or press <Keys keys={keysOf('add-link') ?? ''} />.
          </EmptyState>
        ) : null}
      </div>
    </>
  )
}
