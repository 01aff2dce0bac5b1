import type { InlineScan } from './inline-scan.ts'

const address = /<[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>\p{Cc}]*>/uy
const mailAddress =
  /<[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*>/y
const openTag =
  /<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y
const closeTag = /<\/[A-Za-z][A-Za-z0-9-]*\s*>/y

/** Takes what begins with `<`: an autolink, or HTML of any sort; -1 when it is text. */
export function scanAngle(scan: InlineScan, at: number): number {
  const { text } = scan
  const next = text[at + 1]
  if (next === '!' || next === '?') return scanDeclaration(scan, at)
  const link = matchEnd(address, text, at) ?? matchEnd(mailAddress, text, at)
  if (link !== null) return scan.opaque('autolink', at, link)
  const tag = next === '/' ? matchEnd(closeTag, text, at) : matchOpenTag(scan, at)
  return tag === null ? -1 : scan.opaque('html', at, tag)
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

/** An open tag needs a `>`; without this look, a megabyte of `<a x="` would be read once per tag. */
function matchOpenTag(scan: InlineScan, at: number): number | null {
  return scan.findEnd('>', at) < 0 ? null : matchEnd(openTag, scan.text, at)
}

function scanDeclaration(scan: InlineScan, at: number): number {
  const { text } = scan
  if (text.startsWith('<!-->', at)) return scan.opaque('html', at, at + 5)
  if (text.startsWith('<!--->', at)) return scan.opaque('html', at, at + 6)
  const [start, end] = declarationMarks(text, at)
  if (start === '') return -1
  const found = scan.findEnd(end, at + start.length)
  return found < 0 ? -1 : scan.opaque('html', at, found + end.length)
}

function declarationMarks(text: string, at: number): readonly [start: string, end: string] {
  if (text.startsWith('<!--', at)) return ['<!--', '-->']
  if (text.startsWith('<?', at)) return ['<?', '?>']
  if (text.startsWith('<![CDATA[', at)) return ['<![CDATA[', ']]>']
  return /^<![A-Za-z]$/.test(text.slice(at, at + 3)) ? ['<!', '>'] : ['', '']
}
