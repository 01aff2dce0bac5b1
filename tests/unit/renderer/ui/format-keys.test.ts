import { expect, test } from 'vitest'
import { formatKeys } from '../../../../renderer/ui/format-keys.ts'

test.each([
  ['Mod-k', 'Ctrl K', '⌘ K'],
  ['Mod-Shift-\\', 'Ctrl Shift \\', '⌘ ⇧ \\'],
  ['Alt-ArrowLeft', 'Alt ←', '⌥ ←'],
  ['F2', 'F2', 'F2'],
])('%s is written %s, and %s on macOS', (keys, elsewhere, onMac) => {
  expect(formatKeys(keys, false)).toBe(elsewhere)
  expect(formatKeys(keys, true)).toBe(onMac)
})
