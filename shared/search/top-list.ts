/** Keeps the best `room` items of those it is shown. */
export interface TopList {
  /** Least score that still gets in. */
  readonly threshold: number
  add(score: number, item: number): void
  /** Best first. */
  list(): { readonly item: number; readonly score: number }[]
}

/**
 * A binary heap with its worst at the top: most of what a long list offers is refused after one comparison. Holds plain
 * numbers, so that what is pushed out again costs no memory.
 */
export function createTopList(room: number): TopList {
  const scores: number[] = []
  const items: number[] = []

  function swap(left: number, right: number): void {
    const score = scores[left] as number
    const item = items[left] as number
    scores[left] = scores[right] as number
    items[left] = items[right] as number
    scores[right] = score
    items[right] = item
  }

  function rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if ((scores[parent] as number) <= (scores[at] as number)) return
      swap(at, parent)
      at = parent
    }
  }

  function sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= scores.length) return
      const right = left + 1
      const least =
        right < scores.length && (scores[right] as number) < (scores[left] as number) ? right : left
      if ((scores[at] as number) <= (scores[least] as number)) return
      swap(at, least)
      at = least
    }
  }

  return {
    get threshold() {
      return scores.length < room ? -Infinity : (scores[0] ?? -Infinity)
    },
    add(score, item) {
      if (scores.length < room) {
        scores.push(score)
        items.push(item)
        rise(scores.length - 1)
      } else if (score > (scores[0] ?? -Infinity)) {
        scores[0] = score
        items[0] = item
        sink()
      }
    },
    list: () =>
      items
        .map((item, at) => ({ item, score: scores[at] ?? 0 }))
        .sort((left, right) => right.score - left.score),
  }
}
