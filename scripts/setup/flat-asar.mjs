/**
 * Packs files without folders into an asar archive: two nested pickles that hold the header, then the bodies.
 *
 * @param {Record<string, string>} files text by file name
 * @returns {Buffer}
 */
export function packFlatAsar(files) {
  const bodies = []
  const header = { files: {} }
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    header.files[name] = { size: body.length, offset: String(offset) }
    offset += body.length
    bodies.push(body)
  }
  const json = Buffer.from(JSON.stringify(header))
  const padding = (4 - (json.length % 4)) % 4
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(4, 0)
  sizes.writeUInt32LE(8 + json.length + padding, 4)
  sizes.writeUInt32LE(4 + json.length + padding, 8)
  sizes.writeUInt32LE(json.length, 12)
  return Buffer.concat([sizes, json, Buffer.alloc(padding), ...bodies])
}
