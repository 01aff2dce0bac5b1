/** Which node of the base each intended node comes from: by pointer first, by content second, by place third. */

import type { Block, Item, List, TreeNode } from '../tree.ts'
import { listParts } from './adjacent-lists.ts'
import type { BaseIndex } from './base-index.ts'
import { isSameContent, keyOf } from './content-keys.ts'

export interface Partner<N extends TreeNode = TreeNode> {
  readonly node: N
  /** Its number in the sequence that is written; null when it comes from elsewhere in the entry. */
  readonly index: number | null
}

type Sequence = Block | Item

/**
 * Aligns a sequence of siblings with the base sequence it replaces.
 *
 * Each base node is given to one intended node of its type at most; a second one that points to it is written as a
 * copy. Gives null for what is new.
 */
export function alignSequence<N extends Sequence>(
  index: BaseIndex,
  intended: readonly N[],
  base: readonly N[],
): (Partner<N> | null)[] {
  const [start, end] = countClean(index, intended, base)
  const middle = intended.slice(start, intended.length - end)
  const partners = new Alignment(index, middle, base.slice(start, base.length - end)).align()
  const shift = base.length - intended.length
  return [
    ...base.slice(0, start).map((node, at) => ({ node, index: at })),
    ...partners.map(
      (partner) => partner && { ...partner, index: partner.index === null ? null : partner.index + start },
    ),
    ...base.slice(base.length - end).map((node, at) => ({ node, index: intended.length - end + at + shift })),
  ]
}

/** How many siblings at the start and at the end are what they were: in a long entry, nearly all. */
function countClean<N extends Sequence>(
  index: BaseIndex,
  intended: readonly N[],
  base: readonly N[],
): [start: number, end: number] {
  const isClean = (node: N | undefined, other: N | undefined) =>
    node !== undefined &&
    other !== undefined &&
    (node === other || (baseOf(index, node) === other && isSameContent(node, other)))
  const most = Math.min(intended.length, base.length)
  let start = 0
  while (start < most && isClean(intended[start], base[start])) start += 1
  let end = 0
  while (end < most - start && isClean(intended[intended.length - 1 - end], base[base.length - 1 - end]))
    end += 1
  return [start, end]
}

class Alignment<N extends Sequence> {
  readonly #index: BaseIndex
  readonly #intended: readonly N[]
  readonly #base: readonly N[]
  readonly #partners: (Partner<N> | null)[]
  readonly #taken = new Set<number>()
  readonly #numbers = new Map<TreeNode, number>()

  constructor(index: BaseIndex, intended: readonly N[], base: readonly N[]) {
    this.#index = index
    this.#intended = intended
    this.#base = base
    this.#partners = intended.map(() => null)
    base.forEach((node, number) => {
      this.#numbers.set(node, number)
      if (node.type === 'list') for (const part of listParts(node)) this.#numbers.set(part, number)
    })
  }

  align(): (Partner<N> | null)[] {
    this.#byPointer()
    if (this.#hasBothLeft()) this.#byContent()
    if (this.#hasBothLeft()) this.#byPlace()
    this.#fromElsewhere()
    return this.#partners
  }

  #hasBothLeft(): boolean {
    return this.#taken.size < this.#base.length && this.#partners.includes(null)
  }

  #take(at: number, number: number): void {
    const node = this.#base[number]
    if (node === undefined) return
    this.#partners[at] = { node, index: number }
    this.#taken.add(number)
  }

  #byPointer(): void {
    const claims = new Map<number, number>()
    this.#intended.forEach((node, at) => {
      const number = this.#findNumber(node)
      if (number === undefined || this.#base[number]?.type !== node.type) return
      const rival = claims.get(number)
      // A split by some editors leaves both halves with the pointer: the unchanged one is the original.
      if (rival === undefined || this.#isBetterClaim(at, rival, number)) claims.set(number, at)
    })
    for (const [number, at] of claims) this.#take(at, number)
  }

  #isBetterClaim(at: number, rival: number, number: number): boolean {
    const node = this.#intended[at]
    const other = this.#intended[rival]
    const base = this.#base[number]
    if (node === undefined || other === undefined || base === undefined) return false
    return !isSameContent(other, base) && isSameContent(node, base)
  }

  #findNumber(node: N): number | undefined {
    const pointed = baseOf(this.#index, node)
    const number = pointed === undefined ? undefined : this.#numbers.get(pointed)
    if (number !== undefined || node.type !== 'list') return number
    return this.#findListByItems(node)
  }

  /** A list without a pointer of its own, e.g. one the editor joined or wrapped anew, is where its items come from. */
  #findListByItems(list: List): number | undefined {
    for (const part of listParts(list)) {
      const pointed = baseOf(this.#index, part)
      const number = pointed === undefined ? undefined : this.#numbers.get(pointed)
      if (number !== undefined) return number
    }
    for (const item of list.items) {
      const pointed = baseOf(this.#index, item)
      const parent = pointed === undefined ? null : (this.#index.places.get(pointed)?.parent ?? null)
      const number = parent === null ? undefined : this.#numbers.get(parent)
      if (number !== undefined) return number
    }
    return undefined
  }

  #byContent(): void {
    const free = new Map<string, number[]>()
    this.#base.forEach((node, number) => {
      if (this.#taken.has(number)) return
      const key = keyOf(node)
      free.set(key, [...(free.get(key) ?? []), number])
    })
    this.#intended.forEach((node, at) => {
      if (this.#partners[at] !== null) return
      const number = free.get(keyOf(node))?.shift()
      if (number !== undefined) this.#take(at, number)
    })
  }

  /** What is left between the same neighbours on both sides is one node edited, when the types agree. */
  #byPlace(): void {
    let low = 0
    this.#intended.forEach((node, at) => {
      const partner = this.#partners[at]
      if (partner) {
        low = Math.max(low, (partner.index ?? -1) + 1)
        return
      }
      if (baseOf(this.#index, node) !== undefined) return
      const next = this.#partners.slice(at).find((other) => other !== null)
      const high = next?.index ?? this.#base.length
      for (let number = low; number < high; number += 1) {
        if (this.#taken.has(number) || this.#base[number]?.type !== node.type) continue
        this.#take(at, number)
        low = number + 1
        return
      }
    })
  }

  #fromElsewhere(): void {
    this.#intended.forEach((node, at) => {
      if (this.#partners[at] !== null) return
      const pointed = baseOf(this.#index, node)
      if (pointed !== undefined && pointed.type === node.type)
        this.#partners[at] = { node: pointed as N, index: null }
    })
  }
}

/** The base node that an intended node says it comes from; a node of the base tree comes from itself. */
export function baseOf(index: BaseIndex, node: TreeNode): TreeNode | undefined {
  return node.base ?? (index.places.has(node) ? node : undefined)
}
