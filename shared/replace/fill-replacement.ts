/**
 * The replacement with the groups of a match in their places: `$1` to `$99`, `$<name>`, `$&` for all of it, `$$` for
 * a dollar. What names no group stays as it is written, as in JavaScript.
 */
export function fillReplacement(replacement: string, match: RegExpMatchArray): string {
  return replacement.replace(/\$(?:\$|&|(\d{1,2})|<([^>]*)>)/g, (written, digits?: string, name?: string) => {
    if (written === '$$') return '$'
    if (written === '$&') return match[0]
    if (name !== undefined) return match.groups === undefined ? written : (match.groups[name] ?? '')
    return fillNumber(digits ?? '', match) ?? written
  })
}

/** `$12` is group 12, or group 1 and a `2` where there are fewer. */
function fillNumber(digits: string, match: RegExpMatchArray): string | null {
  const number = Number(digits)
  if (number > 0 && number < match.length) return match[number] ?? ''
  const [first = '', second] = digits
  if (second === undefined || first === '0') return null
  const shorter = fillNumber(first, match)
  return shorter === null ? null : `${shorter}${second}`
}
