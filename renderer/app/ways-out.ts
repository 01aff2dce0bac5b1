import { describeRefusal } from '../../shared/markdown/describe-refusal.ts'
import type { RefusedBlock } from '../../shared/markdown/save-outcome.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { fileNameOf, type Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

export interface WaysOut {
  readonly onKeepBoth: () => void
  readonly onSaveBeside: () => void
  readonly onCopyReport: (refusal: readonly RefusedBlock[]) => void
  readonly onClose: () => void
}

/** What the notices of an entry offer when its text and its file went apart. */
export function createWaysOut(stores: Stores, navigation: Navigation, copy: WorkingCopy): WaysOut {
  const { notices, openEntry, entries } = stores

  async function keepBoth(): Promise<void> {
    const beside = await copy.saveBeside()
    if (beside === null) return couldNotKeep()
    copy.takeTheirs()
    notices.raise({
      id: 'kept-both',
      tone: 'ok',
      title: `Your words are in ${fileNameOf(beside)}.`,
      detail: 'Here is what the other program wrote.',
      wayOut: { label: 'Open mine', run: () => void navigation.open(beside) },
    })
    await entries.refresh()
  }

  async function saveBeside(): Promise<void> {
    const beside = await copy.saveBeside()
    if (beside === null) return couldNotKeep()
    const { path } = copy.getState()
    openEntry.discard(path)
    await entries.refresh()
    await navigation.open(beside)
  }

  function couldNotKeep(): void {
    const title = 'The file beside it could not be written either.'
    notices.raise({
      id: 'beside',
      tone: 'bad',
      title,
      detail: 'Your words are safe in this window. Select all and copy them to be sure.',
    })
  }

  return {
    onKeepBoth: () => void keepBoth(),
    onSaveBeside: () => void saveBeside(),
    onCopyReport(refusal) {
      const { version, platform } = stores.journal.getState()
      const report = [
        `Cairn ${version}, ${platform}, an edit that could not be written`,
        ...refusal.map(describeRefusal),
      ]
      void navigator.clipboard.writeText(`${report.join('\n\n')}\n`)
    },
    onClose() {
      const { path } = copy.getState()
      openEntry.discard(path)
      stores.history.removed(path)
    },
  }
}
