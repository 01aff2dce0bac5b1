import { useEffect } from 'react'
import type { PreviewStore } from '../state/search-preview.ts'
import type { PaletteItem } from './palette-groups.ts'
import { isDocumentAlone, leadsSomewhere, placeOf } from './palette-places.ts'

/**
 * The preview follows the chosen row; without room for it nothing is read.
 *
 * @param answeredText the query that the row answers: its words are marked
 */
export function usePreview(
  preview: PreviewStore,
  item: PaletteItem | undefined,
  answeredText: string,
  isShown: boolean,
): void {
  const isReadable = item !== undefined && leadsSomewhere(item) && !isDocumentAlone(item)
  const place = isShown && isReadable ? placeOf(item) : null
  const [path, from] = place ?? [null, null]
  const query = item?.kind === 'hit' ? answeredText : ''
  useEffect(() => {
    preview.show(path === null ? null : { path, query, from })
  }, [preview, path, query, from])
  useEffect(() => () => preview.clear(), [preview])
}
