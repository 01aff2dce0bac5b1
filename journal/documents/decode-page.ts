/** Bytes at the start of a page in which it says how it is encoded: what the HTML standard looks through. */
const sniffedBytes = 1024

/**
 * The text of a web page's file: by its byte order mark, else as UTF-8 when it is that, else as the page says, else as
 * Windows-1252, which the HTML standard falls back to.
 */
export function decodePage(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  const utf8 = decodeAs('utf-8', bytes, true)
  if (utf8 !== null) return utf8
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, sniffedBytes))
  const named = /charset\s*=\s*["']?([a-z0-9_-]+)/i.exec(head)?.[1]
  return (
    (named === undefined ? null : decodeAs(named, bytes, false)) ??
    new TextDecoder('windows-1252').decode(bytes)
  )
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Null for an encoding that nobody knows, and for bytes that are not in it when `isStrict`. */
function decodeAs(encoding: string, bytes: Uint8Array, isStrict: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: isStrict }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    return null
  }
}
