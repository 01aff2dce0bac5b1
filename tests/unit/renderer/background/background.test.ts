import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnswerer } from '../../../../renderer/background/answer-requests.ts'
import { createBackground, type BackgroundThread } from '../../../../renderer/background/background.ts'
import type { SentAnswer, SentRequest } from '../../../../renderer/background/requests.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import type { Block, ParsedEntry } from '../../../../shared/markdown/tree.ts'

/** A thread in the same thread: it answers as the real one does, when the test lets it. */
class FakeThread implements BackgroundThread {
  isEnded = false
  readonly sent: SentRequest[] = []
  private readonly answer = createAnswerer()
  private readonly listeners = new Map<string, (event: { data: SentAnswer }) => void>()

  postMessage(sent: SentRequest): void {
    this.sent.push(structuredClone(sent))
  }
  addEventListener(name: string, listener: (event: never) => void): void {
    this.listeners.set(name, listener as (event: { data: SentAnswer }) => void)
  }
  terminate(): void {
    this.isEnded = true
  }
  /** Answers all that was asked so far. */
  work(): void {
    for (const request of this.sent.splice(0)) {
      this.listeners.get('message')?.({ data: structuredClone(this.answer(request)) })
    }
  }
  break(): void {
    this.listeners.get('error')?.({ data: { id: 0, failure: '' } })
  }
  kinds(): string[] {
    return this.sent.map(({ request }) => request.kind)
  }
}

let threads: FakeThread[]
let logged: string[]

function start() {
  threads = []
  logged = []
  return createBackground({
    startThread: () => {
      const thread = new FakeThread()
      threads.push(thread)
      return thread
    },
    rules: () => ({ actionHeadings: [], dateCorrections: [] }),
    log: (message) => logged.push(message),
  })
}

/** The base with the words of its first paragraph replaced, as the editor says it. */
function typed(base: ParsedEntry, text: string): Block[] {
  const [first, ...rest] = base.blocks
  if (first?.type !== 'paragraph') throw new Error('The text does not begin with a paragraph')
  return [{ type: 'paragraph', base: first, runs: [{ kind: 'text', text, marks: 0, link: null }] }, ...rest]
}

const base = parseEntry('one\n\n- [ ] two\n')

describe('the background', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('is not started before it is needed, and parses a text once for many saves', async () => {
    const background = start()
    expect(threads).toHaveLength(0)
    background.open(base)
    const first = background.save(base, typed(base, 'uno'))
    const second = background.save(base, typed(base, 'due'))
    expect(threads[0]?.kinds()).toEqual(['open', 'save', 'save'])
    threads[0]?.work()
    expect((await first).text).toBe('uno\n\n- [ ] two\n')
    expect((await second).text).toBe('due\n\n- [ ] two\n')
    expect(logged).toEqual([])
  })

  test('that breaks loses no save: the window works it out, and the next one has a new thread', async () => {
    const background = start()
    const saved = background.save(base, typed(base, 'uno'))
    threads[0]?.break()
    expect((await saved).text).toBe('uno\n\n- [ ] two\n')
    expect(threads[0]?.isEnded).toBe(true)
    expect(logged).toContain('a save was worked out in the window')
    const next = background.save(base, typed(base, 'due'))
    threads[1]?.work()
    expect((await next).text).toBe('due\n\n- [ ] two\n')
  })

  test('that is slow does not keep a save waiting, and what it says later is not lost on the next', async () => {
    const background = start()
    const saved = background.save(base, typed(base, 'uno'))
    await vi.advanceTimersByTimeAsync(1500)
    expect((await saved).text).toBe('uno\n\n- [ ] two\n')
    expect(threads[0]?.isEnded).toBe(false)
    const next = background.save(base, typed(base, 'due'))
    threads[0]?.work()
    expect((await next).text).toBe('due\n\n- [ ] two\n')
  })

  test('that hangs is ended, and after three failures not started again', async () => {
    const background = start()
    for (let round = 0; round < 3; round += 1) {
      const saved = background.save(base, typed(base, 'uno'))
      await vi.advanceTimersByTimeAsync(30_000)
      expect((await saved).text).toBe('uno\n\n- [ ] two\n')
    }
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true, true])
    expect((await background.save(base, typed(base, 'due'))).text).toBe('due\n\n- [ ] two\n')
    expect(await background.readEntry('day.md' as EntryPath, base.text, base.text)).toBeNull()
    expect(threads).toHaveLength(3)
  })

  test('reads a text that it has by its name, and forgets what was closed', async () => {
    const background = start()
    background.open(base)
    const saving = background.save(base, typed(base, 'uno'))
    threads[0]?.work()
    const { text } = await saving
    const reading = background.readEntry('day.md' as EntryPath, text, base.text)
    expect(JSON.stringify(threads[0]?.sent)).not.toContain('uno')
    threads[0]?.work()
    expect(await reading).toMatchObject({ changedLines: 1, summary: { actions: [{ text: 'two' }] } })
    background.close(base)
    const after = background.readEntry('day.md' as EntryPath, text, base.text)
    expect(JSON.stringify(threads[0]?.sent)).toContain('uno')
    threads[0]?.work()
    expect(await after).toMatchObject({ changedLines: 1 })
  })
})
