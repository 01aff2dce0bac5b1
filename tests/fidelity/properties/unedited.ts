import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decodeEntry, encodeEntry } from '../../../journal/entry-file/decode-entry.ts'
import { canonicalKey } from '../../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../../shared/markdown/save/save-entry-text.ts'
import { encodings, entryTextArbitrary, plainEntryArbitrary } from '../../support/markdown-arbitrary.ts'
import { asBlocks, draftEntry } from '../../support/tree-draft.ts'
import { treeDefects } from '../../support/tree-defects.ts'
import { listSources } from './opaque-sources.ts'
import { openText } from './open-text.ts'
import { defineProperty, type FidelityProperty } from './property.ts'

/** From bytes to bytes as the journal does it; the tree in between has no spans, as the editor's has none. */
function saveUnedited(bytes: Buffer): Buffer {
  const { text, isUtf8 } = decodeEntry(bytes)
  if (!isUtf8) return Buffer.from(text, 'latin1')
  const base = parseEntry(text)
  const outcome = saveEntryText(base, asBlocks(draftEntry(base)))
  assert.deepEqual(outcome.refused, [])
  return encodeEntry(outcome.text)
}

/** Any bytes at all, most of them not UTF-8. */
const bytesArbitrary = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))

/** Opening and saving without an edit. */
export const uneditedProperties: readonly FidelityProperty[] = [
  ...encodings.map(({ name, encode }) =>
    defineProperty(
      `an entry with all constructs nested in each other comes back byte for byte: ${name}`,
      10_000,
      [plainEntryArbitrary],
      (text) => {
        const bytes = encodeEntry(encode(text))
        assert.ok(saveUnedited(bytes).equals(bytes))
      },
    ),
  ),
  defineProperty(
    'an entry with all constructs nested in each other comes back byte for byte: Latin-1',
    10_000,
    [plainEntryArbitrary],
    (text) => {
      const bytes = Buffer.from(text, 'latin1')
      assert.ok(saveUnedited(bytes).equals(bytes))
    },
  ),
  defineProperty('any bytes come back as they were', 2000, [bytesArbitrary], (bytes) => {
    assert.ok(saveUnedited(bytes).equals(bytes))
  }),
  defineProperty(
    'spans are sound: nested, sorted, with nothing but markup between',
    300,
    [entryTextArbitrary],
    (text) => {
      assert.deepEqual(treeDefects(parseEntry(text)), [])
    },
  ),
  defineProperty(
    'through the editor an entry keeps its bytes and what it says',
    700,
    [entryTextArbitrary],
    (text) => {
      const { session, base, readBlocks } = openText(text)
      assert.deepEqual(session.readText(), { ...session.readText(), text, refused: [] })
      const blocks = readBlocks()
      // An entry without blocks has a paragraph to type in.
      if (base.blocks.length > 0)
        assert.deepEqual(
          blocks.map((block) => canonicalKey(block)),
          base.blocks.map((block) => canonicalKey(block)),
        )
      for (const source of listSources(blocks)) assert.ok(text.includes(source), `not in the file: ${source}`)
      session.dispose()
    },
  ),
]
