import { useMemo, useState } from 'react'
import type { SearchState } from '../state/search.ts'
import type { PaletteGroup, PaletteItem } from './palette-groups.ts'

interface ActiveRow {
  readonly activeItem: PaletteItem | undefined
  readonly point: (item: PaletteItem) => void
  /** One row goes round the ends; a page stops there. */
  readonly moveBy: (by: number) => void
  readonly goToGroup: (by: 1 | -1) => void
}

/** Which row is meant: the first until an arrow or the pointer moves on, and again when the text changes. */
export function useActiveRow(groups: readonly PaletteGroup[], { lane, text }: SearchState): ActiveRow {
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const scope = `${lane} ${text}`
  const [active, setActive] = useState({ scope, id: '' })
  const found = active.scope === scope ? items.findIndex((item) => item.id === active.id) : -1
  const at = Math.max(0, found)
  const activeItem = items[at]

  function point(item: PaletteItem | undefined) {
    if (item) setActive({ scope, id: item.id })
  }
  return {
    activeItem,
    point,
    moveBy(by) {
      const next = at + by
      const isPage = Math.abs(by) > 1
      point(
        items[isPage ? Math.min(items.length - 1, Math.max(0, next)) : (next + items.length) % items.length],
      )
    },
    goToGroup(by) {
      const group = groups.findIndex(({ items: rows }) => activeItem && rows.includes(activeItem))
      point(groups[(group + by + groups.length) % groups.length]?.items[0])
    },
  }
}
