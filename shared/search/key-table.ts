import { detached } from './detached.ts'
import { countRecords, createRecordTableBuilder, recordAt, type RecordTable } from './record-table.ts'

/** Numbers for the keys of resources and people, the same in the whole index. */
export interface KeyTable {
  readonly count: number
  /** '' when there is no such number. */
  at(number: number): string
  /** Gives the number of a key, a new one when it is not known. */
  intern(key: string): number
  /** The number of a key that is known, else undefined. */
  numberOf(key: string): number | undefined
  /** Takes saved keys into an empty table. */
  load(saved: RecordTable): void
  save(): RecordTable
}

export function createKeyTable(): KeyTable {
  /** Keys of a saved index stay bytes: most are never asked for. */
  let saved: RecordTable = createRecordTableBuilder().finish()
  const added: string[] = []
  /** Null after loading: made when it is asked for, since many a session never does. */
  let numbers: Map<string, number> | null = new Map<string, number>()

  function at(number: number): string {
    const savedCount = countRecords(saved)
    return number < savedCount ? recordAt(saved, number) : (added[number - savedCount] ?? '')
  }

  function count(): number {
    return countRecords(saved) + added.length
  }

  function allNumbers(): Map<string, number> {
    if (numbers !== null) return numbers
    numbers = new Map<string, number>()
    for (let number = 0; number < count(); number += 1) numbers.set(at(number), number)
    return numbers
  }

  return {
    get count() {
      return count()
    },
    at,
    numberOf: (key) => allNumbers().get(key),
    intern(key) {
      const known = allNumbers().get(key)
      if (known !== undefined) return known
      // What a key was cut out of must not be kept alive by it: often it is an entry's text.
      const kept = detached(key)
      const number = count()
      allNumbers().set(kept, number)
      added.push(kept)
      return number
    },
    load(loaded) {
      saved = loaded
      numbers = null
    },
    save() {
      const table = createRecordTableBuilder()
      for (let number = 0; number < count(); number += 1) table.add(at(number))
      return table.finish()
    },
  }
}
