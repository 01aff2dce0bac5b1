import type { LinkedPlace, PlaceForm } from './linked-places.ts'
import { relativePath } from './relative-path.ts'
import type { ResolvedPlace } from './resolve-place.ts'

const ending = /\.(md|markdown)$/i

/**
 * How a place can name another file, best first: each in the author's way (relative or from the top, with or without
 * `.md`, encoded or not), the further ones saying more of the path than the author did. Those that the form has no
 * signs for are left out.
 *
 * @param from path of the entry, as it will be
 * @param to path of the file that shall be named
 * @param source what stands at the place now, without fragment
 */
export function respellPlace(
  from: string,
  to: string,
  place: LinkedPlace,
  was: ResolvedPlace,
  source: string,
): readonly string[] {
  const path = ending.test(to) && !ending.test(was.says) ? to.replace(ending, '') : to
  return spellPaths(from, path, place.form, was).flatMap((spelled) => {
    const written = writeAs(place.form, spelled, source)
    return written === null ? [] : [written]
  })
}

function spellPaths(
  from: string,
  path: string,
  form: PlaceForm,
  { says, base }: ResolvedPlace,
): readonly string[] {
  const relative = relativePath(from, path)
  const beside = says.startsWith('./') || /^[^/]*:/.test(relative) ? withDot(relative) : relative
  const lead = says.startsWith('/') ? '/' : ''
  const end = `${lead}${lastSegments(path, says)}`
  const full = [`${lead}${path}`, `/${path}`]
  if (says.startsWith('../')) return [relative, ...full]
  if (form === 'wiki' && !says.includes('/')) return [end, ...full]
  if (base === 'beside') return [beside, ...full]
  return base === 'top' && says.includes('/') ? [...full, beside] : [end, ...full, beside]
}

function withDot(relative: string): string {
  return relative.startsWith('../') ? relative : `./${relative}`
}

/** As many of the last segments of `path` as the author wrote. */
function lastSegments(path: string, says: string): string {
  const count = says.split('/').filter(Boolean).length
  return path.split('/').slice(-count).join('/')
}

/** Null when the form cannot hold the path. */
function writeAs(form: PlaceForm, path: string, source: string): string | null {
  switch (form) {
    case 'wiki':
      return /[[\]|#^\\]/.test(path) ? null : path
    case 'plain':
      return /["'`,[\]]|: | #/.test(path) ? null : path
    case 'attribute':
      return encode(path, source.includes(' ') ? /[%?#"'<>]/g : /[\s%?#"'<>]/g, source).replace(/&/g, '&amp;')
    case 'angle':
      return encode(
        path,
        isEncoded(source) ? /[\s%?#<>\\]|&(?=#?\w+;)/g : /[\r\n%?#<>\\]|&(?=#?\w+;)/g,
        source,
      )
    case 'bare':
      return encode(path, /[\s%?#<>()\\]|&(?=#?\w+;)/g, source)
  }
}

function isEncoded(source: string): boolean {
  return /%[0-9a-f]{2}/i.test(source) && !source.includes(' ')
}

/** Encodes the characters that would mean something else, and letters beyond ASCII where the author did. */
function encode(path: string, unsafe: RegExp, source: string): string {
  const written = path.replace(unsafe, encodeCharacter)
  const isAscii = !/%[89a-f][0-9a-f]/i.test(source)
  return isAscii ? written : written.replace(/[\u0080-\u{10ffff}]/gu, encodeURIComponent)
}

/** `encodeURIComponent` leaves parentheses and quotes alone, and they end a destination. */
function encodeCharacter(character: string): string {
  return character.charCodeAt(0) > 127
    ? encodeURIComponent(character)
    : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
