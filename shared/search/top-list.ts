/** Keeps the best `room` of what it is shown. */
export interface TopList<T> {
  /** Least score that still gets in. */
  readonly threshold: number
  add(score: number, value: T): void
  /** Best first. */
  list(): T[]
}

/** A binary heap with its worst at the top: most of what a long list offers is refused after one comparison. */
export function createTopList<T>(room: number): TopList<T> {
  const scores: number[] = []
  const values: T[] = []

  function swap(left: number, right: number): void {
    const score = scores[left] as number
    const value = values[left] as T
    scores[left] = scores[right] as number
    values[left] = values[right] as T
    scores[right] = score
    values[right] = value
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
    add(score, value) {
      if (scores.length < room) {
        scores.push(score)
        values.push(value)
        rise(scores.length - 1)
      } else if (score > (scores[0] ?? -Infinity)) {
        scores[0] = score
        values[0] = value
        sink()
      }
    },
    list: () =>
      values
        .map((value, at) => ({ value, score: scores[at] ?? 0 }))
        .sort((left, right) => right.score - left.score)
        .map(({ value }) => value),
  }
}
