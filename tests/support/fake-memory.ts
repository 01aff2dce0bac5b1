import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { memoryPath, readMemory, writeMemory, type MemoryName } from '../../shared/contract/journal-memory.ts'
import type { RequestInput, RequestOutput } from '../../shared/contract/requests.ts'
import type { Revision } from '../../shared/entry/entry-path.ts'

/** The journal's memory in the files of a fake journal. */
export function createFakeMemory(files: Map<string, string>, revisionOf: (text: string) => Revision) {
  function read(name: MemoryName): RequestOutput<'readMemory'> {
    const text = files.get(memoryPath(name)) ?? null
    const revision = text === null ? null : revisionOf(text)
    return { name, ...readMemory(name, text), revision } as RequestOutput<'readMemory'>
  }
  return {
    readMemory: async ({ name }: RequestInput<'readMemory'>) => succeed(read(name)),
    changeMemory: async ({
      name,
      patch,
      baseRevision,
    }: RequestInput<'changeMemory'>): Promise<Outcome<RequestOutput<'changeMemory'>>> => {
      const now = read(name)
      if (now.fault !== null) return fail('invalid-input', now.fault)
      if (now.revision !== baseRevision) return fail('conflict', 'Another program wrote it.')
      files.set(memoryPath(name), writeMemory(files.get(memoryPath(name)) ?? null, patch))
      return succeed(read(name))
    },
  }
}
