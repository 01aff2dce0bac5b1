const BARE_URL = /(?:https?:\/\/|www\.)[^\s<]+/gi

/**
 * The address in `text` that an offset (UTF-16 code units) is in or at the edge of, ready to be opened; null without.
 *
 * Stops at what ends an address in prose: punctuation at its end, and a closing bracket that was opened before it.
 */
export function findBareUrl(text: string, offset: number): string | null {
  for (const match of text.matchAll(BARE_URL)) {
    const url = trimEnd(match[0])
    if (offset < match.index || offset > match.index + url.length) continue
    return url.startsWith('www.') ? `https://${url}` : url
  }
  return null
}

function trimEnd(url: string): string {
  const trimmed = url.replace(/[?!.,:;*_~'"]+$/, '')
  const isUnbalanced = trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length
  return isUnbalanced ? trimEnd(trimmed.slice(0, -1)) : trimmed
}
