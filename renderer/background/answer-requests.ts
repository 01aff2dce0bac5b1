import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import { NumberedBase, packOutcome, unpackIntended } from '../../shared/markdown/save/save-message.ts'
import { readEntry } from '../state/read-entry.ts'
import { createEntryReader } from './entry-reader.ts'
import type { BackgroundAnswers, BackgroundRequest, NamedText, SentAnswer, SentRequest } from './requests.ts'

interface OpenBase {
  readonly nodes: NumberedBase
  /** What the last save gave; the base's own text before the first. */
  saved: string
}

/** Answers the window's requests one after the other; runs on the background thread, and has nothing but them. */
export function createAnswerer(): (sent: SentRequest) => SentAnswer {
  const bases = new Map<number, OpenBase>()

  function save(request: BackgroundRequest & { kind: 'save' }): BackgroundAnswers['save'] {
    const base = bases.get(request.base)
    if (base?.nodes.count !== request.nodeCount)
      throw new Error('The text is not the one that the window has open')
    const intended = unpackIntended(base.nodes, request.blocks)
    const outcome = saveEntryText(base.nodes.base, intended)
    const before = base.saved
    base.saved = outcome.text
    return packOutcome(outcome, intended, before)
  }

  function textOf(named: NamedText): string {
    if (typeof named === 'string') return named
    const base = bases.get(named.base)
    if (base === undefined) throw new Error('The text is not open any more')
    return named.which === 'opened' ? base.nodes.base.text : base.saved
  }

  function answer(request: BackgroundRequest): BackgroundAnswers[BackgroundRequest['kind']] {
    switch (request.kind) {
      case 'open':
        bases.set(request.base, {
          nodes: new NumberedBase(parseEntry(request.text)),
          saved: request.text,
        })
        return null
      case 'save':
        return save(request)
      case 'close':
        bases.delete(request.base)
        return null
      case 'read': {
        const { path, text, openedText, rules } = request
        const reader = createEntryReader(() => rules)
        return readEntry(reader, path, textOf(text), textOf(openedText))
      }
    }
  }

  return ({ id, request }) => {
    try {
      return { id, value: answer(request) }
    } catch (error) {
      // The window does the work itself, and says there what went wrong.
      return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}
