import type { FileCheck, FileFault } from '../../shared/contract/file-check.ts'
import { CalendarFileSettings } from '../settings/calendar-file-settings.tsx'
import { CheckFiles } from '../settings/check-files.tsx'
import { writeCheckReport } from '../settings/describe-check.ts'
import { JournalSettings } from '../settings/journal-settings.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { StatusPlaceSettings } from '../settings/status-place-settings.tsx'
import { offsetOfLine } from './line-offset.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

interface SettingsHostProps {
  readonly stores: Stores
  readonly navigation: Navigation
}

/** The settings over the page, and the way from a fault to its entry. */
export function SettingsHost({ stores, navigation }: SettingsHostProps) {
  const { dialog, journalApi, layout, fileCheck, calendarFile, journal, memory } = stores

  async function openFault({ path, line }: FileFault): Promise<void> {
    dialog.close()
    const read = await journalApi.readEntry({ path })
    await navigation.openAt(path, read.ok ? offsetOfLine(read.value.text, line) : null)
  }
  function copyReport(check: FileCheck): void {
    const { version, platform } = journal.getState()
    void navigator.clipboard.writeText(writeCheckReport(check, version, platform))
  }
  return (
    <SettingsDialog layout={layout} onClose={dialog.close}>
      <JournalSettings memory={stores.memory} layout={layout} />
      <StatusPlaceSettings memory={memory} />
      <CalendarFileSettings calendarFile={calendarFile} />
      <CheckFiles
        checks={fileCheck}
        onOpenFault={(fault) => void openFault(fault)}
        onCopyReport={copyReport}
      />
    </SettingsDialog>
  )
}
