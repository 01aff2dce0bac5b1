import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { memorySchemas } from '../../../../shared/contract/journal-memory.ts'
import { readMemoryNow } from '../../../../journal/memory/memory-files.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { openTestJournal } from '../../../support/open-test-journal.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'

const correction = { text: 'chapter (jan 3)', heading: 'actions', entryDay: '2025-09-20', day: null }

function fileOf(root: string, name: string): string {
  return path.join(root, '.cairn', `${name}.json`)
}

describe('what a journal remembers', () => {
  test('is its defaults while there is no file, and none is made by reading', async () => {
    const root = makeTemporaryFolder({ 'a.md': '' })
    const { journal } = await openTestJournal(root)
    expect(valueOf(await journal.memory.read('settings'))).toEqual({
      name: 'settings',
      content: v.parse(memorySchemas.settings, {}),
      fault: null,
      revision: null,
    })
    expect(fs.existsSync(path.join(root, '.cairn'))).toBe(false)
  })

  test('is written as a file that a person can read, and the index hears of it', async () => {
    const root = makeTemporaryFolder({ 'a.md': '' })
    const { journal, heard } = await openTestJournal(root)
    const patch = { corrections: [correction] }
    const changed = valueOf(await journal.memory.change({ name: 'dates', patch, baseRevision: null }))
    expect(fs.readFileSync(fileOf(root, 'dates'), 'utf8')).toBe(`${JSON.stringify(patch, null, 2)}\n`)
    expect(valueOf(await journal.memory.read('dates'))).toEqual(changed)
    expect(readMemoryNow(root, 'dates')).toEqual(patch)
    expect(heard.dateCorrections).toBe(1)
  })

  test('keeps what a newer version, or a person, wrote beside it, and the order', async () => {
    const root = makeTemporaryFolder({
      '.cairn/settings.json': '{"later": [1], "hidesFullTimePrograms": false, "x": null}',
    })
    const { journal } = await openTestJournal(root)
    const { revision } = valueOf(await journal.memory.read('settings'))
    const patch = { hidesFullTimePrograms: true }
    valueOf(await journal.memory.change({ name: 'settings', patch, baseRevision: revision }))
    expect(JSON.parse(fs.readFileSync(fileOf(root, 'settings'), 'utf8'))).toEqual({
      later: [1],
      hidesFullTimePrograms: true,
      x: null,
    })
    expect(fs.readFileSync(fileOf(root, 'settings'), 'utf8')).toMatch(/later[^]*hides[^]*"x"/)
  })

  test('is not overwritten when another program wrote it meanwhile', async () => {
    const root = makeTemporaryFolder({ '.cairn/settings.json': '{}' })
    const { journal } = await openTestJournal(root)
    const { revision } = valueOf(await journal.memory.read('settings'))
    fs.writeFileSync(fileOf(root, 'settings'), '{"actionHeadings": ["doing"]}')
    const patch = { hidesFullTimePrograms: true }
    const failed = await journal.memory.change({ name: 'settings', patch, baseRevision: revision })
    expect(errorOf(failed).code).toBe('conflict')
    expect(fs.readFileSync(fileOf(root, 'settings'), 'utf8')).toBe('{"actionHeadings": ["doing"]}')
  })

  test.each([
    ['no JSON', '{"corrections": [', 'not valid JSON'],
    ['a list', '[]', 'cannot be understood'],
    [
      'a day that is none',
      '{"corrections": [{"text": "", "heading": "", "entryDay": "soon", "day": null}]}',
      'entryDay',
    ],
  ])('is never written when the file is broken: %s', async (_, text, reason) => {
    const root = makeTemporaryFolder({ '.cairn/dates.json': text })
    const { journal } = await openTestJournal(root)
    const { content, fault, revision } = valueOf(await journal.memory.read('dates'))
    expect(content).toEqual({ corrections: [] })
    expect(fault).toContain(reason)
    const failed = await journal.memory.change({ name: 'dates', patch: {}, baseRevision: revision })
    expect(errorOf(failed).code).toBe('invalid-input')
    expect(fs.readFileSync(fileOf(root, 'dates'), 'utf8')).toBe(text)
    expect(readMemoryNow(root, 'dates')).toEqual({ corrections: [] })
  })

  test('of headings that hold actions goes before what the person set, and is seen when it was edited by hand', async () => {
    const root = makeTemporaryFolder({ 'a.md': '' })
    const { journal, heard } = await openTestJournal(root)
    await journal.memory.read('settings')
    fs.mkdirSync(path.join(root, '.cairn'))
    fs.writeFileSync(fileOf(root, 'settings'), '{"actionHeadings": ["doing"]}')
    expect(valueOf(await journal.memory.read('settings')).content.actionHeadings).toEqual(['doing'])
    journal.useActionHeadings()
    expect(heard.headings).toEqual([['doing'], ['doing']])
    fs.rmSync(fileOf(root, 'settings'))
    await journal.memory.read('settings')
    expect(heard.headings.at(-1)).toEqual(['actions'])
  })
})
