/**
 * Number that changes with every change of a single word, and nearly surely with any other: to see what a disk or a
 * crash did to a file. Four sums run side by side, so that reading 30 MB takes some milliseconds; a cryptographic hash
 * takes ten times as long, and would only help against someone who can write the journal itself.
 */
export function checksumOf(bytes: Uint8Array): number {
  const words = wordsOf(bytes)
  const end = words.length - (words.length % 4)
  let first = bytes.length
  let second = 1
  let third = 2
  let fourth = 3
  for (let at = 0; at < end; at += 4) {
    first = Math.imul(first ^ words[at]!, prime)
    second = Math.imul(second ^ words[at + 1]!, prime)
    third = Math.imul(third ^ words[at + 2]!, prime)
    fourth = Math.imul(fourth ^ words[at + 3]!, prime)
  }
  let sum = [first, second, third, fourth].reduce(addTo, 0)
  for (let at = end * 4; at < bytes.length; at += 1) sum = addTo(sum, bytes[at]!)
  return sum >>> 0
}

const prime = 0x01000193

function addTo(sum: number, value: number): number {
  return Math.imul((sum << 5) ^ (sum >>> 27) ^ value, prime)
}

/** The bytes four at a time, what is left over not counted. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2)
}
