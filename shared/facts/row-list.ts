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

/** More changes than this at once, and sorting everything anew is cheaper than fitting each in. */
const fewChanges = 500

interface Ordered<Row> {
  readonly rows: Row[]
  readonly added: Set<Row>
  readonly removed: Set<Row>
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
    settle(known, order)
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

/**
 * Takes rows out and puts rows in where they belong. Those that go come first: rows of an entry's old and new state
 * cannot be told apart by their place.
 */
function settle<Row>({ rows, added, removed }: Ordered<Row>, order: RowOrder<Row>): void {
  for (const row of removed) {
    const at = placeIn(rows, row, order)
    if (rows[at] !== row) throw new Error('A row is not where its order says.')
    rows.splice(at, 1)
  }
  for (const row of added) rows.splice(placeIn(rows, row, order), 0, row)
  removed.clear()
  added.clear()
}

/** Number of the first row that does not come before `row`. */
function placeIn<Row>(rows: readonly Row[], row: Row, order: RowOrder<Row>): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(rows[middle] as Row, row) < 0) low = middle + 1
    else high = middle
  }
  return low
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
