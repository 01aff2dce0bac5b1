/** Which characters of plain text need a backslash so that Markdown reads them as themselves. */

/**
 * `raw`: as typed. `needed`: what can begin or end markup where it stands. `all`: every character that means
 * something somewhere. `entities`: as `needed`, and letters beside marks as entities, for marks that CommonMark's
 * flanking rules forbid (`**a.**b`).
 */
export type EscapeLevel = 'raw' | 'needed' | 'all' | 'entities'

/** What stands around a character in the visible text of its leaf. */
export interface Surroundings {
  /** The line's visible text in front of the character. */
  readonly lineBefore: string
  /** The line's visible text behind it. */
  readonly lineAfter: string
  readonly isInLink: boolean
  readonly isInCell: boolean
  /** A mark or a link begins or ends right beside the character. */
  readonly isBesideDelimiter: boolean
}

const special = new Set('\\`*_{}[]<>#+-!|~$%&=^@')
const punctuation = /^[!-/:-@[-`{-~]/
const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/
const wordCharacter = /[\p{L}\p{N}]/u

/** The character as it is to be written. Never escapes `:`, `/` and `.` inside a line: that would cut URLs. */
export function escapeCharacter(character: string, level: EscapeLevel, around: Surroundings): string {
  if (level === 'raw') return character === '|' && around.isInCell ? '\\|' : character
  const mustEscape = level === 'all' ? isSpecial(character, around) : canBeMarkup(character, around)
  return mustEscape ? `\\${character}` : character
}

/** A character as a decimal entity, for the places where neither raw nor escaped text can stand. */
export function toEntity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`
}

function isSpecial(character: string, around: Surroundings): boolean {
  return special.has(character) || opensBlock(character, around)
}

function canBeMarkup(character: string, around: Surroundings): boolean {
  const { lineBefore, lineAfter } = around
  const previous = lineBefore.slice(-1)
  const next = lineAfter.slice(0, 1)
  if (around.isInCell && character === '|') return true
  if (opensBlock(character, around)) return true
  switch (character) {
    case '\\':
      return next === '' || around.isBesideDelimiter || punctuation.test(next)
    case '`':
    case '[':
    case '$':
      return true
    case ']':
      return around.isInLink || lineBefore.includes('[')
    case '*':
      return around.isBesideDelimiter || !(isBlank(previous) && isBlank(next))
    case '_':
      if (around.isBesideDelimiter) return true
      return !(isBlank(previous) && isBlank(next)) && !(isWord(lineBefore, -1) && isWord(lineAfter, 0))
    case '~':
    case '%':
    case '=':
    case ':':
      return around.isBesideDelimiter || previous === character || next === character
    case '<':
      return /^[A-Za-z/!?]/.test(lineAfter)
    case '&':
      return entity.test(character + lineAfter)
    case '{':
      return next === '{' || next === '%'
    case '!':
      return next === '['
    default:
      return false
  }
}

/** Characters that begin another block at the start of a line. */
function opensBlock(character: string, around: Surroundings): boolean {
  const start = around.lineBefore.trimStart()
  if (start === '') return '#>+-*=|~`'.includes(character) && isBlockStart(character, around.lineAfter)
  if (character === '.' || character === ')')
    return /^\d{1,9}$/.test(start) && isBlank(around.lineAfter.slice(0, 1))
  return false
}

function isBlockStart(character: string, lineAfter: string): boolean {
  if (character === '#') return /^#{0,5}(?:[ \t]|$)/.test(lineAfter)
  if (character === '+' || character === '*') return isBlank(lineAfter.slice(0, 1))
  if (character === '-') return isBlank(lineAfter.slice(0, 1)) || /^[-\s|:]*$/.test(lineAfter)
  return true
}

function isBlank(character: string): boolean {
  return character === '' || /\s/u.test(character)
}

function isWord(text: string, at: -1 | 0): boolean {
  const character = at === 0 ? [...text.slice(0, 2)][0] : [...text.slice(-2)].at(-1)
  return character !== undefined && wordCharacter.test(character)
}
