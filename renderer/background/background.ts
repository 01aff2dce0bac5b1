import type { BackgroundSaver } from '../../editor/entry-session.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { PiecedText } from '../../shared/entry/pieced-text.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import { NumberedBase, packIntended, unpackOutcome } from '../../shared/markdown/save/save-message.ts'
import type { SaveOutcome } from '../../shared/markdown/save-outcome.ts'
import type { Block, ParsedEntry } from '../../shared/markdown/tree.ts'
import type { ReadingRules } from '../state/journal-memory.ts'
import type { EntryReading } from '../state/read-entry.ts'
import type { BackgroundAnswers, BackgroundRequest, NamedText, SentAnswer, SentRequest } from './requests.ts'

/** The part of `Worker` that is needed, so that tests can stand in for it. */
export interface BackgroundThread {
  postMessage(sent: SentRequest): void
  addEventListener(name: 'message', listener: (event: { readonly data: SentAnswer }) => void): void
  addEventListener(name: 'error' | 'messageerror', listener: () => void): void
  terminate(): void
}

/** Work on long texts that must not hold up the window. */
export interface Background extends BackgroundSaver {
  /** Reads a text for all that is shown beside it. Null when the thread failed: then read it here. */
  readEntry(path: EntryPath, text: string, openedText: string): Promise<EntryReading | null>
}

export interface BackgroundOptions {
  readonly startThread: () => BackgroundThread
  readonly rules: () => ReadingRules
  /** A bug in the thread is told here; what was asked for is then done in the window. */
  readonly log: (message: string, error: unknown) => void
}

/** A thread that takes longer for one answer is taken for hung, ms. */
const patienceMs = 30_000
/** A save that takes longer is worked out in the window as well, ms: a closing window does not wait long for it. */
const saveWaitMs = 1500
/** A thread that failed this often is not started again. */
const mostFailures = 3

interface OpenBase {
  readonly number: number
  readonly nodes: NumberedBase
  /** The text that came back last; the base's own before. */
  saved: PiecedText
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/**
 * A thread beside the window's, started when it is first needed.
 *
 * It holds nothing that the window does not have. When it fails or does not answer, the window does the work itself,
 * as it does for short texts: slower, never another result.
 */
export function createBackground(options: BackgroundOptions): Background {
  /** The texts that the thread has, by number, with the nodes that messages are about. */
  const bases = new Map<ParsedEntry, OpenBase>()
  const waiting = new Map<number, Waiting>()
  let thread: BackgroundThread | null = null
  let failures = 0
  let lastId = 0
  let lastBase = 0
  let patience: ReturnType<typeof setTimeout> | undefined

  function start(): BackgroundThread {
    const started = options.startThread()
    started.addEventListener('message', ({ data }) => answered(data))
    started.addEventListener('error', () => fail('it stopped with an error'))
    started.addEventListener('messageerror', () => fail('an answer could not be read'))
    thread = started
    return started
  }

  function answered(answer: SentAnswer): void {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    waitOn()
    if ('failure' in answer) asker?.reject(new Error(answer.failure))
    else asker?.resolve(answer.value as never)
  }

  /** Each answer shows that the thread is alive, and gives it its time anew for the next. */
  function waitOn(): void {
    clearTimeout(patience)
    if (waiting.size > 0) patience = setTimeout(() => fail('it does not answer'), patienceMs)
  }

  function fail(reason: string): void {
    clearTimeout(patience)
    failures += 1
    thread?.terminate()
    thread = null
    bases.clear()
    const askers = [...waiting.values()]
    waiting.clear()
    for (const { reject } of askers) reject(new Error(`The background thread failed: ${reason}.`))
  }

  function ask<K extends BackgroundRequest['kind']>(
    request: BackgroundRequest & { readonly kind: K },
  ): Promise<BackgroundAnswers[K]> {
    return new Promise((resolve, reject) => {
      const id = (lastId += 1)
      waiting.set(id, { resolve, reject })
      if (waiting.size === 1) waitOn()
      const running = thread ?? start()
      running.postMessage({ id, request })
    })
  }

  function openBase(base: ParsedEntry): OpenBase {
    const known = bases.get(base)
    if (known !== undefined) return known
    const opened = {
      number: (lastBase += 1),
      nodes: new NumberedBase(base),
      saved: new PiecedText(base.text),
    }
    bases.set(base, opened)
    ask({ kind: 'open', base: opened.number, text: base.text }).catch((error: unknown) => {
      bases.delete(base)
      options.log('a text could not be opened in the background', error)
    })
    return opened
  }

  async function askForSave(opened: OpenBase, intended: readonly Block[]): Promise<SaveOutcome> {
    const { number, nodes } = opened
    const blocks = packIntended(nodes, intended)
    const answer = await ask({ kind: 'save', base: number, nodeCount: nodes.count, blocks })
    const { outcome, saved } = unpackOutcome(answer, intended, opened.saved)
    opened.saved = saved
    return outcome
  }

  /** How to tell the thread of a text: by name, when it has it. */
  function nameText(text: string): NamedText {
    for (const { number, nodes, saved } of bases.values()) {
      if (nodes.base.text === text) return { base: number, which: 'opened' }
      if (saved.text === text) return { base: number, which: 'saved' }
    }
    return text
  }

  async function save(base: ParsedEntry, intended: readonly Block[]): ReturnType<BackgroundSaver['save']> {
    if (failures >= mostFailures) return saveEntryText(base, intended)
    try {
      const outcome = await Promise.race([askForSave(openBase(base), intended), wait(saveWaitMs)])
      return outcome ?? saveEntryText(base, intended)
    } catch (error) {
      options.log('a save was worked out in the window', error)
      return saveEntryText(base, intended)
    }
  }

  return {
    open(base) {
      if (failures < mostFailures) openBase(base)
    },
    save,
    close(base) {
      const opened = bases.get(base)
      if (opened === undefined) return
      bases.delete(base)
      ask({ kind: 'close', base: opened.number }).catch((error: unknown) =>
        options.log('a text could not be closed in the background', error),
      )
    },
    async readEntry(path, text, openedText) {
      if (failures >= mostFailures) return null
      try {
        const texts = { text: nameText(text), openedText: nameText(openedText) }
        return await ask({ kind: 'read', path, ...texts, rules: options.rules() })
      } catch (error) {
        options.log('an entry was read in the window', error)
        return null
      }
    },
  }
}

function wait(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
