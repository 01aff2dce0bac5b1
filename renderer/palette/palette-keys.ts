/** What a key means in the field of the palette. */
export type PaletteIntent =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'group' | 'step' | 'pick'; readonly by: 1 | -1 }
  | { readonly kind: 'open' | 'open-beside' | 'link' | 'tick' | 'typos' | 'save' | 'complete' | 'unpick' }

interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** How suggestions stand: none, offered (Tab takes the first), or one picked with an arrow (Enter takes it as well). */
export type SuggestionState = 'none' | 'offered' | 'picked'

/** Rows that a page key moves. */
const pageRows = 8

/**
 * Reads a key of the palette's field; null: the field's own.
 *
 * Suggestions must not be in the way: arrows up and down and Enter always mean the results, unless a suggestion was
 * picked with the arrow that has nothing to do at the end of the text.
 *
 * @param isAtEnd the caret stands behind the last letter, and nothing is selected
 */
export function readPaletteKey(
  press: KeyPress,
  suggestions: SuggestionState,
  isAtEnd: boolean,
  onMac: boolean,
): PaletteIntent | null {
  const hasMod = onMac ? press.metaKey : press.ctrlKey
  if (press.altKey) return hasMod ? null : readAltKey(press.key)
  if (hasMod) return readModKey(press)
  // On macOS Ctrl Space is the key of the box as well; Cmd Space belongs to the system.
  if (press.ctrlKey) return press.code === 'Space' ? { kind: 'tick' } : null
  switch (press.key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1 }
    case 'ArrowUp':
      return { kind: 'move', by: -1 }
    case 'PageDown':
      return { kind: 'move', by: pageRows }
    case 'PageUp':
      return { kind: 'move', by: -pageRows }
    case 'F3':
      return { kind: 'step', by: press.shiftKey ? -1 : 1 }
    case 'Tab':
      if (press.shiftKey) return { kind: 'group', by: -1 }
      return suggestions === 'none' ? { kind: 'group', by: 1 } : { kind: 'complete' }
    case 'Enter':
      return { kind: suggestions === 'picked' ? 'complete' : 'open' }
    case 'ArrowRight':
      return suggestions !== 'none' && isAtEnd && !press.shiftKey ? { kind: 'pick', by: 1 } : null
    case 'ArrowLeft':
      return suggestions === 'picked' && !press.shiftKey ? { kind: 'pick', by: -1 } : null
    case 'Escape':
      return suggestions === 'picked' ? { kind: 'unpick' } : null
    default:
      return null
  }
}

function readAltKey(key: string): PaletteIntent | null {
  if (key === 'ArrowDown') return { kind: 'step', by: 1 }
  if (key === 'ArrowUp') return { kind: 'step', by: -1 }
  return key === 'Enter' ? { kind: 'link' } : null
}

function readModKey({ key, code, shiftKey }: KeyPress): PaletteIntent | null {
  if (shiftKey) return null
  if (key === 'Enter') return { kind: 'open-beside' }
  if (code === 'Space') return { kind: 'tick' }
  if (key.toLowerCase() === 't') return { kind: 'typos' }
  return key.toLowerCase() === 'd' ? { kind: 'save' } : null
}
