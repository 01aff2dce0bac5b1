import { Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { addressesIn } from '../../shared/resources/dropped-addresses.ts'
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
  onAddAddresses,
  onFillIn,
}: SidebarProps) {
  const [isOver, setIsOver] = useState(false)
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
  function add(dropped: DataTransfer): boolean {
    const read = (type: string) => dropped.getData(type)
    const addresses = isEditable
      ? addressesIn({ uris: read('text/uri-list'), html: read('text/html'), text: read('text/plain') })
      : []
    if (addresses.length > 0) onAddAddresses(addresses)
    return addresses.length > 0
  }
  return (
    // An address can be dropped or pasted anywhere on the panel; the button in it says so, and takes the focus for it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="resources-panel"
      data-drop={isOver ? true : undefined}
      onPaste={(event) => {
        if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
          if (add(event.clipboardData)) event.preventDefault()
      }}
      onDragOver={(event) => {
        const { types } = event.dataTransfer
        // A file is a local copy, and taken by the row it is dropped on.
        if (
          !isEditable ||
          types.includes('Files') ||
          !(types.includes('text/uri-list') || types.includes('text/plain'))
        )
          return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        if (event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        add(event.dataTransfer)
      }}
    >
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
            onFillIn={isEditable ? onFillIn : null}
          />
        ))}
        <ShowMore rest={rest} onShow={showMore} />
        {entry && cards.length === 0 ? (
          <EmptyState title="No link yet">
            Paste one into the text or onto this panel, or press <Keys keys={keysOf('add-link') ?? ''} />.
          </EmptyState>
        ) : null}
      </div>
    </div>
  )
}
