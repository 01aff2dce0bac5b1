/** True on macOS, where `Mod` is the command key and keys are written as signs. */
export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

const namesOfKeys: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/**
 * Writes a shortcut such as `Mod-Shift-n` as people read it: `Ctrl Shift N`, on macOS `⌘ ⇧ N`.
 *
 * @param onMac defaults to the platform of this window.
 */
export function formatKeys(keys: string, onMac: boolean = isMac): string {
  const parts = keys.split('-').filter((part) => part !== '')
  if (keys.endsWith('--')) parts.push('-')
  return parts.map((part) => formatKey(part, onMac)).join(' ')
}

function formatKey(key: string, onMac: boolean): string {
  if (onMac && macSigns[key] !== undefined) return macSigns[key]
  if (key === 'Mod') return 'Ctrl'
  return namesOfKeys[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
