/**
 * A host in both its spellings when it has two: as letters and as sent (`xn--…`). Letters of two scripts can look the
 * same, so the letters alone would hide which site it is.
 */
export interface ShownHost {
  /** As sent, without `www.`; '' for what is on no host. */
  readonly encoded: string
  /** In letters; null where both spellings are one. */
  readonly decoded: string | null
}

/** The host of a web address, however it was written there. */
export function shownHost(url: string): ShownHost {
  const written = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url.trim())?.[1] ?? ''
  const encoded = encodedHost(written).replace(/^www\./, '')
  const decoded = encoded
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.')
  return { encoded, decoded: decoded === encoded ? null : decoded }
}

/** `URL` throws on what is no host; such a text stays as it is. */
function encodedHost(written: string): string {
  try {
    return new URL(`https://${written}`).hostname
  } catch {
    return written.toLowerCase()
  }
}

const base = 36
const firstLetter = 128
const mostLetters = 64

/** RFC 3492, section 6.2. Null for what no encoder writes. */
function decodeLabel(label: string): string | null {
  const dash = label.lastIndexOf('-')
  const letters = Array.from(label.slice(0, Math.max(0, dash)), (letter) => letter.codePointAt(0)!)
  let at = dash + 1
  let code = firstLetter
  let index = 0
  let bias = 72
  while (at < label.length) {
    const before = index
    let weight = 1
    for (let step = base; ; step += base) {
      const digit = digitOf(label.charCodeAt(at))
      at += 1
      if (digit === null || letters.length > mostLetters) return null
      index += digit * weight
      const threshold = Math.min(26, Math.max(1, step - bias))
      if (digit < threshold) break
      weight *= base - threshold
    }
    bias = adapted(index - before, letters.length + 1, before === 0)
    code += Math.floor(index / (letters.length + 1))
    index %= letters.length + 1
    if (code > 0x10_ff_ff) return null
    letters.splice(index, 0, code)
    index += 1
  }
  return String.fromCodePoint(...letters)
}

function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97
  return code >= 48 && code <= 57 ? code - 22 : null
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1
  rest += Math.floor(rest / count)
  let steps = 0
  for (; rest > 455; steps += base) rest = Math.floor(rest / 35)
  return steps + Math.floor((36 * rest) / (rest + 38))
}
