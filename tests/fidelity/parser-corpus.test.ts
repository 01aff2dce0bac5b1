import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Block } from '../../shared/markdown/tree.ts'
import { comparable, judgeTree, maskDialects } from '../support/judge-tree.ts'
import { treeDefects } from '../support/tree-defects.ts'

/** Real files beside the repository, where they are there: `../shared`. */
const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const folders = ['corpus', 'text']
  .map((name) => path.join(shared, name))
  .filter((folder) => existsSync(folder))
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown|qmd)$/i.test(name))
    .map((name) => path.join(folder, name)),
)

describe.skipIf(files.length === 0)('real files (skipped where ../shared is not there)', () => {
  it('have sound spans, in every line ending', () => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      for (const lineEnding of ['\n', '\r\n', '\r']) {
        const defects = treeDefects(parseEntry(text.replace(/\r\n?|\n/g, lineEnding)))
        expect({ file, lineEnding, defects }).toEqual({ file, lineEnding, defects: [] })
      }
    }
  })

  it('mean to the parser what they mean to micromark', () => {
    const differing = files.filter((file) => {
      const text = readFileSync(file, 'utf8')
      const body = maskDialects(text.slice(parseEntry(text).bodyFrom))
      const entry = parseEntry(body)
      const judge = canonicalKey(comparable(judgeTree(body.slice(entry.bodyFrom))))
      return canonicalKey(comparable(entry.blocks)) !== judge
    })
    expect(differing.map((file) => path.relative(shared, file))).toEqual([])
  })
})

interface ImportCase {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly input: string
  readonly expect: unknown
}

const casesFile = path.join(shared, 'cases/import-cases.json')
const importCases: readonly ImportCase[] = existsSync(casesFile)
  ? (JSON.parse(readFileSync(casesFile, 'utf8')) as readonly ImportCase[])
  : []

function casesOf(kind: string): readonly ImportCase[] {
  return importCases.filter((one) => one.kind === kind)
}

/** The names that the cases use for blocks. */
function blockName(block: Block): string {
  const names: Partial<Record<Block['type'], string>> = { quote: 'blockquote', rule: 'thematicBreak' }
  return names[block.type] ?? block.type
}

describe.skipIf(importCases.length === 0)('the import cases (skipped where ../shared is not there)', () => {
  it.each(casesOf('frontmatter'))(
    '$id, $name: the body begins behind the front matter',
    ({ input, expect: expected }) => {
      expect(input.slice(parseEntry(input).bodyFrom)).toBe((expected as { readonly body: string }).body)
    },
  )

  it.each(casesOf('blocks'))('$id, $name', ({ input, expect: expected }) => {
    expect(parseEntry(input).blocks.map(blockName)).toEqual(expected)
  })

  it.each(casesOf('embeds'))('$id, $name: the embeds are found', ({ input, expect: expected }) => {
    const runs = parseEntry(input).blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
    const embeds = runs.flatMap((run) => (run.kind === 'opaque' && run.form === 'embed' ? [run.source] : []))
    expect(embeds.map((source) => /^!\[\[([^\]|#]+)/.exec(source)?.[1])).toEqual(expected)
  })
})
