import { commands, type CommandId } from '../../shared/contract/commands.ts'

interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * The command that a key press means, or null.
 *
 * Letters are compared by what is printed on the key; `\` and `/` also by their place, because with Shift they print
 * something else on many layouts.
 */
export function findCommand(press: KeyPress, onMac: boolean): CommandId | null {
  const found = commands.find((command) => command.keys !== null && matches(command.keys, press, onMac))
  return found?.id ?? null
}

const codesOfSigns: Readonly<Record<string, string>> = { '\\': 'Backslash', '/': 'Slash' }

function matches(keys: string, press: KeyPress, onMac: boolean): boolean {
  const parts = keys.split('-')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('Mod')
  const hasMod = onMac ? press.metaKey : press.ctrlKey
  const hasOther = onMac ? press.ctrlKey : press.metaKey
  if (wantsMod !== hasMod || hasOther) return false
  if (parts.includes('Shift') !== press.shiftKey || parts.includes('Alt') !== press.altKey) return false
  const code = codesOfSigns[key]
  return press.key.toLowerCase() === key.toLowerCase() || (code !== undefined && press.code === code)
}
