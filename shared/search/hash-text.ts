/** Where hashing starts. */
export const emptyHash = 0x811c9dc5

/** FNV-1a, one code unit further. The result is a signed 32-bit integer. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** Hash of the code units of `text`: an unsigned 32-bit integer. */
export function hashText(text: string): number {
  let hash = emptyHash
  for (let at = 0; at < text.length; at += 1) hash = addToHash(hash, text.charCodeAt(at))
  return hash >>> 0
}
