/** Sorts rows; below zero when the left one comes first. Rows must never be equal, or their order may change. */
export type RowOrder<Row> = (left: Row, right: Row) => number

/** Rows in several orders. Each order is made when it is first asked for, and kept through small changes. */
export interface RowList<Row extends object, Name extends string> {
  readonly size: number
  add(row: Row): void
  remove(row: Row): void
  /** All rows in that order. The array is not to be changed, and not to be kept over a change. */
  inOrder(name: Name): readonly Row[]
}

/** More changes than this at once, and sorting everything anew is cheaper than fitting them in. */
const fewChanges = 2000

interface Ordered<Row> {
  rows: Row[]
  added: Set<Row>
  removed: Set<Row>
}

export function createRowList<Row extends object, Name extends string>(
  orders: Readonly<Record<Name, RowOrder<Row>>>,
): RowList<Row, Name> {
  const all = new Set<Row>()
  const made = new Map<Name, Ordered<Row>>()

  function add(row: Row): void {
    all.add(row)
    for (const ordered of made.values()) ordered.added.add(row)
    forgetIfMany()
  }

  function remove(row: Row): void {
    if (!all.delete(row)) return
    for (const ordered of made.values()) if (!ordered.added.delete(row)) ordered.removed.add(row)
    forgetIfMany()
  }

  function forgetIfMany(): void {
    for (const [name, { added, removed }] of made)
      if (added.size + removed.size > fewChanges) made.delete(name)
  }

  function inOrder(name: Name): readonly Row[] {
    const order = orders[name]
    const known = made.get(name)
    if (known === undefined) {
      const rows = Array.from(all).sort(order)
      made.set(name, { rows, added: new Set(), removed: new Set() })
      return rows
    }
    if (known.added.size + known.removed.size > 0) {
      known.rows = merged(known, order)
      known.added = new Set()
      known.removed = new Set()
    }
    return known.rows
  }

  return {
    add,
    remove,
    inOrder,
    get size() {
      return all.size
    },
  }
}

/** The rows without those removed, with those added where they belong: one walk over both. */
function merged<Row>({ rows, added, removed }: Ordered<Row>, order: RowOrder<Row>): Row[] {
  const fresh = Array.from(added).sort(order)
  const result: Row[] = []
  let next = 0
  for (const row of rows) {
    if (removed.has(row)) continue
    for (let each = fresh[next]; each !== undefined && order(each, row) < 0; each = fresh[next]) {
      result.push(each)
      next += 1
    }
    result.push(row)
  }
  return result.concat(fresh.slice(next))
}

/** Compares by code units: fast, and right for folded text. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Earlier days first; none last, whichever way the days are sorted. */
export function byDay(left: string | null, right: string | null): number {
  if (left === right) return 0
  if (left === null) return 1
  return right === null ? -1 : byText(left, right)
}
