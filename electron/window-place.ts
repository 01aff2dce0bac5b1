import * as v from 'valibot'

const pixels = v.pipe(v.number(), v.finite(), v.integer())

export const windowPlaceSchema = v.object({
  x: pixels,
  y: pixels,
  width: v.pipe(pixels, v.minValue(1)),
  height: v.pipe(pixels, v.minValue(1)),
  isMaximized: v.boolean(),
})
/** Where the window was, in display-independent pixels. */
export type WindowPlace = v.InferOutput<typeof windowPlaceSchema>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const smallestWindow = { width: 600, height: 420 }
const firstWindow = { width: 1440, height: 900 }
/** So much of the title bar must lie on a display, or the window could not be dragged back. */
const visibleWidth = 120

/**
 * Where the window opens: where it was, as far as the displays of today allow; else in the middle of the first one.
 *
 * @param workAreas of all displays, the primary one first; without task bars
 */
export function chooseWindowPlace(kept: WindowPlace | null, workAreas: readonly Area[]): WindowPlace {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...firstWindow }
  const shownOn = kept === null ? undefined : workAreas.find((area) => showsTitleBar(kept, area))
  const area = shownOn ?? primary
  const width = clamp(kept?.width ?? firstWindow.width, smallestWindow.width, area.width)
  const height = clamp(kept?.height ?? firstWindow.height, smallestWindow.height, area.height)
  const isMaximized = kept?.isMaximized ?? false
  if (kept === null || shownOn === undefined) {
    const x = Math.round(area.x + (area.width - width) / 2)
    const y = Math.round(area.y + (area.height - height) / 2)
    return { x, y, width, height, isMaximized }
  }
  const x = clamp(kept.x, area.x - width + visibleWidth, area.x + area.width - visibleWidth)
  const y = clamp(kept.y, area.y, area.y + area.height - visibleTitleBar)
  return { x, y, width, height, isMaximized }
}

/** Height of the title bar. */
const visibleTitleBar = 40

function showsTitleBar(place: WindowPlace, area: Area): boolean {
  const width = Math.max(place.width, smallestWindow.width)
  const shown = Math.min(place.x + width, area.x + area.width) - Math.max(place.x, area.x)
  return shown >= visibleWidth && place.y >= area.y && place.y + visibleTitleBar <= area.y + area.height
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), Math.min(least, most))
}
