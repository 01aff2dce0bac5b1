import { highCharacters, type Misreading } from '../../shared/markdown/repair-text.ts'

/** What a program makes of a text when it takes its UTF-8 for another encoding. */
export function misread(text: string, misreading: Misreading | 'latin-1'): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    if (byte < 0x80 || misreading === 'latin-1') return String.fromCharCode(byte)
    return highCharacters[misreading][byte - 0x80]!
  }).join('')
}
