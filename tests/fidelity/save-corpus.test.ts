import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import { asBlocks, draftEntry, Random } from '../support/tree-draft.ts'
import { treeEdits } from '../support/tree-edits.ts'

/**
 * Real files that nobody here wrote. They are not part of the project: where they are missing, these tests are
 * skipped. `FUZZ_RUNS` makes more edits per file, `FUZZ_SEED` other ones.
 */
const folders = ['../shared/corpus', '../shared/text'].filter((folder) => existsSync(folder))
const skipsMessage = folders.length === 0 ? ' (skipped: ../shared is not here)' : ''
const editsPerFile = 2 * Number(process.env['FUZZ_RUNS'] ?? 1)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

describe.skipIf(folders.length === 0)(`saving real entries${skipsMessage}`, () => {
  it('keeps every byte without an edit, also with other line ends and a byte order mark', () => {
    for (const file of files) {
      const plain = readFileSync(file, 'utf8')
      for (const text of [plain, plain.replace(/\r?\n/g, '\r\n'), `\uFEFF${plain.replace(/\r?\n/g, '\r')}`]) {
        const base = parseEntry(text)
        const outcome = saveEntryText(base, asBlocks(draftEntry(base)))
        expect({ file, isSame: outcome.text === text, refused: outcome.refused }).toEqual({
          file,
          isSame: true,
          refused: [],
        })
      }
    }
  })

  it('writes edits exactly, or refuses, at most one in two hundred', () => {
    let count = 0
    let refused = 0
    files.forEach((file, number) => {
      const base = parseEntry(readFileSync(file, 'utf8'))
      for (let turn = 0; turn < editsPerFile; turn += 1) {
        const random = new Random(seed * 100_003 + number * 101 + turn)
        const edit = random.pick(treeEdits)
        const draft = draftEntry(base)
        if (edit === undefined || !edit.apply(draft, random)) continue
        count += 1
        const outcome = saveEntryText(base, asBlocks(draft))
        if (outcome.refused.length > 0) refused += 1
        else {
          const wrong = judgeSave(base, asBlocks(draft), outcome, edit.lines)
          expect({ file, edit: edit.name, turn, wrong }).toEqual({ file, edit: edit.name, turn, wrong: [] })
        }
      }
    })
    expect(count).toBeGreaterThan(files.length)
    expect(refused / count).toBeLessThan(0.005)
  })
})
