import { Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo } from 'react'
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
  onAttach,
  onAddLink,
}: SidebarProps) {
  const entry = useStore(summary, (state) => state.summary)
  const uses = useStore(summary, (state) => state.uses)
  const cards = useMemo(() => gatherResources(entry?.resources ?? []), [entry])
  const { shown, rest, showMore } = useFirstPart(cards, entry?.path ?? null)
  useEffect(() => summary.showUsesOf(shown.length), [summary, shown.length])
  // Looked up when one goes there: rows are not drawn anew when only places moved.
  const goTo = useCallback(
    (key: string) => {
      const first = summary.getState().summary?.resources.find((use) => use.key === key)
      if (first) onReveal(first.span.from)
    },
    [summary, onReveal],
  )
  const openUse = useCallback(
    (key: string, at: number) => {
      const use = summary.getState().uses.get(key)?.[at]
      if (use) onOpenAt(use.path, use.from)
    },
    [summary, onOpenAt],
  )
  const attach = useCallback(
    (key: string, file: File | null) => {
      const uses = summary.getState().summary?.resources.filter((use) => use.key === key) ?? []
      const own = uses.find(({ isCard }) => isCard) ?? uses[0]
      if (own) onAttach(own.span.from, file)
    },
    [summary, onAttach],
  )
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
            onGoTo={goTo}
            onOpenUse={openUse}
            onOpenLink={onOpenLink}
            onAttach={isEditable ? attach : undefined}
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
