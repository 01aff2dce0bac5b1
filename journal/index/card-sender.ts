import type { EventPayload } from '../../shared/contract/events.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../shared/entry/summary.ts'

/** Sends cards in batches: few enough messages to be cheap, often enough to be seen coming. */
export interface CardSender {
  add(card: EntryCard): void
  addGone(path: EntryPath): void
  /** Sends what waits, when it is due. */
  sendDue(): void
  sendAll(): void
}

const largestBatch = 500
const longestWaitMs = 100

export function createCardSender(
  send: (batch: EventPayload<'cardsRead'>) => void,
  clock: () => number,
): CardSender {
  let cards: EntryCard[] = []
  let gone: EntryPath[] = []
  let sentAt = clock()

  function sendAll(): void {
    sentAt = clock()
    if (cards.length === 0 && gone.length === 0) return
    const batch = { cards: cards.map((card) => ({ ...card, tags: [...card.tags] })), gone }
    cards = []
    gone = []
    send(batch)
  }

  function sendDue(): void {
    if (cards.length + gone.length >= largestBatch || clock() - sentAt >= longestWaitMs) sendAll()
  }

  return {
    sendAll,
    sendDue,
    add(card) {
      cards.push(card)
      if (cards.length + gone.length >= largestBatch) sendAll()
    },
    addGone(path) {
      gone.push(path)
      if (cards.length + gone.length >= largestBatch) sendAll()
    },
  }
}
