import type { Memory, MemoryName } from '../../shared/contract/journal-memory.ts'
import type { Stores } from './stores.ts'

type Edit<N extends MemoryName> = (content: Memory<N>) => Partial<Memory<N>>

/** Something that the journal shall remember, in words and as an edit. */
export interface ToRemember<N extends MemoryName> {
  /** Where the notices of it stand; a later one takes the place of an earlier one. */
  readonly id: string
  /** What is so from now on. */
  readonly title: string
  /** What is said when it cannot be written. */
  readonly failed: string
  readonly edit: Edit<N>
  /** What takes it back. */
  readonly undo: Edit<N>
}

/** Writes what the journal shall remember, and offers the way back; says when either cannot be written. */
export async function remember<N extends MemoryName>(
  { memory, notices }: Pick<Stores, 'memory' | 'notices'>,
  name: N,
  { id, title, failed, edit, undo }: ToRemember<N>,
): Promise<void> {
  const write = async (change: Edit<N>): Promise<boolean> => {
    const failure = await memory.change(name, change)
    if (failure !== null) notices.raise({ id, tone: 'bad', title: failed, detail: failure.message })
    return failure === null
  }
  if (!(await write(edit))) return
  const wayOut = { label: 'Undo', run: () => void write(undo) }
  notices.raise({ id, tone: 'info', title, detail: '', wayOut })
}
