import type { PaneName } from '../state/open-entry.ts'
import type { Navigation } from './navigation.ts'

const order = ['rail', 'text', 'beside', 'sidebar'] as const

/** Moves the focus to the next of rail, text, the text beside it and sidebar that is on the screen. */
export function goToNextRegion(seats: Navigation['seats']): void {
  const regions = order.filter((name) => findRegion(name) !== null)
  const current = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region']
  const at = regions.findIndex((name) => name === current)
  const next = regions[(at + 1) % regions.length]
  if (next === undefined) return
  const region = findRegion(next)
  const pane = region?.dataset['pane'] as PaneName | undefined
  const handle = pane === undefined ? null : seats[pane].handle
  if (handle) handle.focus()
  else focusFirst(region)
}

function findRegion(name: string): HTMLElement | null {
  const regions = document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)
  return Array.from(regions).find((region) => region.closest('[hidden]') === null) ?? null
}

/** The list of the rail is what one goes there for; elsewhere the first thing that takes the focus. */
function focusFirst(region: HTMLElement | null): void {
  const target =
    region?.querySelector<HTMLElement>('[role="tree"]') ??
    region?.querySelector<HTMLElement>('.scroll button, .scroll input') ??
    region?.querySelector<HTMLElement>('button, input, [tabindex="0"]')
  target?.focus()
}
