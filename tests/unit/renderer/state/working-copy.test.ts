import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createWorkingCopy, type WorkingCopy } from '../../../../renderer/state/working-copy.ts'
import { fail, succeed } from '../../../../shared/contract/errors.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { RefusedBlock } from '../../../../shared/markdown/save-outcome.ts'
import { createFakeJournal, type FakeJournal } from '../../../support/fake-journal-api.ts'

const path = 'day.md' as EntryPath

/** A text field in the place of the editor. */
class FieldEditor {
  text: string
  refused: readonly RefusedBlock[] = []
  carried = ''
  /** While there is one, readings aside wait until it is let go. */
  held: Promise<void> | null = null
  constructor(text: string) {
    this.text = text
  }
  readText() {
    return { text: this.text, refused: this.refused }
  }
  async readTextAside() {
    const read = this.readText()
    await this.held
    return read
  }
  /** Readings aside take until the returned function is called, as those of a long text do. */
  holdReadings(): () => void {
    let letGo = (): void => undefined
    this.held = new Promise((resolve) => (letGo = resolve))
    return () => {
      this.held = null
      letGo()
    }
  }
  replaceText(text: string) {
    this.text = text
  }
  readTextToCarry() {
    return this.carried
  }
}

let fake: FakeJournal
let copy: WorkingCopy
let editor: FieldEditor

async function openCopy(text: string): Promise<void> {
  fake = createFakeJournal({ files: { [path]: text } })
  const opened = await fake.api.readEntry({ path })
  if (!opened.ok) throw new Error(opened.error.message)
  copy = createWorkingCopy(fake.api, opened.value)
  editor = new FieldEditor(text)
  copy.attach(editor)
}
function type(text: string): void {
  editor.text = text
  copy.edited()
}
const saves = () => fake.calls.filter((call) => call.name === 'saveEntry').length
const kind = () => copy.getState().save.kind

describe('a working copy', () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    await openCopy('one\n')
  })
  afterEach(() => {
    copy.dispose()
    vi.useRealTimers()
  })

  test('writes half a second after the last key, once', async () => {
    type('one t\n')
    await vi.advanceTimersByTimeAsync(400)
    type('one two\n')
    await vi.advanceTimersByTimeAsync(499)
    expect(saves()).toBe(0)
    expect(kind()).toBe('dirty')
    await vi.advanceTimersByTimeAsync(1)
    expect(fake.files.get(path)).toBe('one two\n')
    expect(saves()).toBe(1)
    expect(kind()).toBe('clean')
  })

  test('writes at least every three seconds while someone types without a pause', async () => {
    for (let key = 0; key < 10; key += 1) {
      type(`one ${'x'.repeat(key)}\n`)
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(saves()).toBe(1)
  })

  test('never writes when nothing was edited', async () => {
    expect((await copy.flush()).kind).toBe('clean')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves()).toBe(0)
  })

  test('does not write a text that is what the file holds', async () => {
    type('two\n')
    type('one\n')
    await copy.flush()
    expect(saves()).toBe(0)
    expect(kind()).toBe('clean')
  })

  test('stays dirty when typed during a save, and then writes the newest text', async () => {
    const letSavesGo = fake.holdSaves()
    type('two\n')
    const flushed = copy.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(kind()).toBe('saving')
    type('three\n')
    letSavesGo()
    await flushed
    expect(fake.files.get(path)).toBe('two\n')
    expect(kind()).toBe('dirty')
    await vi.advanceTimersByTimeAsync(500)
    expect(fake.files.get(path)).toBe('three\n')
    expect(kind()).toBe('clean')
  })

  test('stays dirty when typed while a long text is worked out, and waits for it when asked to write all', async () => {
    const letReadingsGo = editor.holdReadings()
    type('two\n')
    await vi.advanceTimersByTimeAsync(500)
    type('three\n')
    let isWritten = false
    const flushed = copy.flush().then(() => (isWritten = true))
    await vi.advanceTimersByTimeAsync(100)
    expect(copy.hasUnsaved()).toBe(true)
    expect(isWritten).toBe(false)
    expect(saves()).toBe(0)
    letReadingsGo()
    await flushed
    expect(fake.calls.flatMap(({ name, input }) => (name === 'saveEntry' ? [input] : []))).toMatchObject([
      { text: 'two\n' },
      { text: 'three\n' },
    ])
    expect(copy.hasUnsaved()).toBe(false)
    expect(copy.getState().knownText).toBe('three\n')
  })

  test('writes what went over to another entry, not what was being worked out before', async () => {
    const letReadingsGo = editor.holdReadings()
    type('two\n')
    const flushed = copy.flush()
    editor.text = 'two and more\n'
    copy.edited()
    copy.park()
    letReadingsGo()
    await flushed
    expect(fake.files.get(path)).toBe('two and more\n')
    expect(copy.getState().knownText).toBe('two and more\n')
    expect(copy.hasUnsaved()).toBe(false)
  })

  test('a reading that took its time does not undo what a later one found', async () => {
    const letReadingsGo = editor.holdReadings()
    editor.text = 'two\n'
    const reading = copy.readAside()
    editor.text = 'three\n'
    copy.readText()
    letReadingsGo()
    await reading
    expect(copy.getState().knownText).toBe('three\n')
  })

  test('never has two writes on their way: of many waiting only the newest text is written', async () => {
    const letSavesGo = fake.holdSaves()
    type('two\n')
    const first = copy.flush()
    await vi.advanceTimersByTimeAsync(0)
    type('three\n')
    const second = copy.flush()
    type('four\n')
    const third = copy.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(saves()).toBe(1)
    letSavesGo()
    await Promise.all([first, second, third])
    expect(fake.files.get(path)).toBe('four\n')
    expect(saves()).toBe(2)
  })

  test('keeps the words and rests after a failure, until it is told to try again', async () => {
    fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
    type('two\n')
    await copy.flush()
    expect(copy.getState().save).toEqual({
      kind: 'failed',
      error: { code: 'disk-full', message: 'The disk is full.' },
    })
    type('three\n')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves()).toBe(1)
    expect(copy.hasUnsaved()).toBe(true)
    await copy.overwrite()
    expect(fake.files.get(path)).toBe('three\n')
    expect(kind()).toBe('clean')
  })

  test('clean: follows what another program wrote', async () => {
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    expect(editor.text).toBe('theirs\n')
    expect(copy.getState().knownText).toBe('theirs\n')
    type('theirs and mine\n')
    await copy.flush()
    expect(fake.files.get(path)).toBe('theirs and mine\n')
  })

  test('dirty: what another program wrote is a conflict, and neither text is lost', async () => {
    type('mine\n')
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    expect(copy.getState().save).toMatchObject({ kind: 'conflict', theirs: { text: 'theirs\n' } })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves()).toBe(0)
    expect(editor.text).toBe('mine\n')
    expect(fake.files.get(path)).toBe('theirs\n')
  })

  test('finds the conflict at the moment of writing when nobody told of the change', async () => {
    fake.files.set(path, 'theirs\n')
    type('mine\n')
    await copy.flush()
    expect(kind()).toBe('conflict')
    expect(fake.files.get(path)).toBe('theirs\n')
  })

  test('a conflict over equal texts is none', async () => {
    type('same\n')
    fake.files.set(path, 'same\n')
    await copy.checkFile()
    expect(kind()).toBe('clean')
    type('same, and more\n')
    await copy.flush()
    expect(fake.files.get(path)).toBe('same, and more\n')
  })

  test('conflict: keep mine writes mine over theirs', async () => {
    type('mine\n')
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    await copy.overwrite()
    expect(fake.files.get(path)).toBe('mine\n')
    expect(kind()).toBe('clean')
  })

  test('conflict: take theirs shows theirs and writes nothing', async () => {
    type('mine\n')
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    copy.takeTheirs()
    expect(editor.text).toBe('theirs\n')
    expect(kind()).toBe('clean')
    expect(saves()).toBe(0)
  })

  test('conflict: mine goes to a file beside it', async () => {
    type('mine\n')
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    const beside = await copy.saveBeside()
    expect(fake.files.get(beside ?? '')).toBe('mine\n')
  })

  test('a save that ends while the file is read is not taken for a change from outside', async () => {
    type('two\n')
    const letReadsGo = fake.holdReads()
    const checked = copy.checkFile()
    await copy.flush()
    letReadsGo()
    await checked
    expect(kind()).toBe('clean')
    expect(editor.text).toBe('two\n')
  })

  test('a conflict is over when the other program takes its change back', async () => {
    type('mine\n')
    fake.files.set(path, 'theirs\n')
    await copy.checkFile()
    fake.files.set(path, 'one\n')
    await copy.checkFile()
    expect(kind()).toBe('dirty')
    await vi.advanceTimersByTimeAsync(500)
    expect(fake.files.get(path)).toBe('mine\n')
  })

  test('a deleted file keeps its text, and can be written again', async () => {
    fake.files.delete(path)
    await copy.checkFile()
    expect(kind()).toBe('gone')
    expect(editor.text).toBe('one\n')
    await copy.overwrite()
    expect(fake.files.get(path)).toBe('one\n')
    expect(kind()).toBe('clean')
  })

  test('a file that is gone and comes back as it was needs no decision', async () => {
    fake.files.delete(path)
    await copy.checkFile()
    fake.files.set(path, 'one\n')
    await copy.checkFile()
    expect(kind()).toBe('clean')
  })

  test('a file whose folder was away and is back is written without a conflict', async () => {
    fake.files.delete(path)
    await copy.checkFile()
    editor.text = 'mine\n'
    copy.edited()
    fake.files.set(path, 'one\n')
    await copy.overwrite()
    expect(fake.files.get(path)).toBe('mine\n')
    expect(kind()).toBe('clean')
  })

  describe('with words that cannot be written as Markdown', () => {
    beforeEach(async () => {
      editor.refused = [
        { block: { type: 'paragraph', runs: [] }, reason: 'No such Markdown.', candidate: 'what was meant' },
      ]
      editor.carried = 'what was meant\n'
      copy.edited()
      await copy.flush()
    })

    test('goes on as Markdown with every word, saved, and says why', () => {
      expect(fake.files.get(path)).toBe('what was meant\n')
      expect(kind()).toBe('clean')
      expect(copy.hasUnsaved()).toBe(false)
      expect(copy.getState()).toMatchObject({
        mode: 'markdown',
        knownText: 'what was meant\n',
        refused: [],
        refusal: [{ reason: 'No such Markdown.' }],
      })
    })

    test('forgets why when it is shown as text again', () => {
      editor.refused = []
      editor.text = 'what was meant\n'
      copy.setMode('text')
      expect(copy.getState()).toMatchObject({ mode: 'text', refusal: null })
    })

    test('keeps them as source when another entry takes its place', async () => {
      copy.park()
      await copy.flush()
      expect(copy.getState()).toMatchObject({ loadedText: 'what was meant\n', refused: [] })
      expect(fake.files.get(path)).toBe('what was meant\n')
    })
  })

  test('keeps what the editor held when another entry takes its place', async () => {
    type('two\n')
    copy.park()
    editor.text = 'another entry'
    await copy.flush()
    expect(fake.files.get(path)).toBe('two\n')
    expect(copy.getState()).toMatchObject({ loadedText: 'two\n', loadNumber: 2 })
  })

  test('opens a text that is too large for rich text as Markdown, and keeps it so', async () => {
    await openCopy('- item\n'.repeat(2001))
    expect(copy.getState()).toMatchObject({ mode: 'markdown', tooLarge: { what: 'list', size: 2001 } })
    copy.setMode('text')
    expect(copy.getState().mode).toBe('markdown')
  })

  test('changed as a whole is written at once, whatever was typed before', async () => {
    type('one two\n')
    const changed = copy.change((text) => succeed(text.replace('one', 'ONE')))
    expect(changed.ok).toBe(true)
    expect(editor.text).toBe('ONE two\n')
    await vi.runAllTimersAsync()
    expect(fake.files.get(path)).toBe('ONE two\n')
    expect(kind()).toBe('clean')
  })

  test('changed as a whole takes along the words that could not be written', () => {
    editor.refused = [{ block: { type: 'rule' }, reason: 'No way to write it.', candidate: '' }]
    editor.carried = 'one\n\nkept words\n'
    copy.change((text) => succeed(`${text}more\n`))
    expect(editor.text).toBe('one\n\nkept words\nmore\n')
  })

  test('is not changed when the change fails, or gives the same text', async () => {
    const failed = copy.change(() => fail('invalid-input', 'No.'))
    expect(failed).toEqual(fail('invalid-input', 'No.'))
    copy.change((text) => succeed(text))
    await vi.runAllTimersAsync()
    expect(saves()).toBe(0)
  })
})
