import { useState } from 'react'

/** More than anyone looks through at once; a thousand boxes took seconds to draw, at every pause in typing. */
const partLength = 100

export interface FirstPart<T> {
  readonly shown: readonly T[]
  /** How many are not shown. */
  readonly rest: number
  readonly showMore: () => void
}

/**
 * The beginning of a long list, and more of it each time one asks.
 *
 * @param listName another one begins anew
 */
export function useFirstPart<T>(list: readonly T[], listName: string | null): FirstPart<T> {
  const [asked, setAsked] = useState({ listName, count: partLength })
  const count = asked.listName === listName ? asked.count : partLength
  return {
    shown: list.length > count ? list.slice(0, count) : list,
    rest: Math.max(0, list.length - count),
    showMore: () => setAsked({ listName, count: count + partLength }),
  }
}
