import type { CommandId } from '../../shared/contract/commands.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { shownEntry } from '../state/history.ts'
import type { SaveState } from '../state/working-copy.ts'
import { isMac } from '../ui/format-keys.ts'
import { attachByCommand } from './attach-file.ts'
import { exportCalendar } from './export-calendar.ts'
import { leaveJournal } from './leave-journal.ts'
import { undoReplace, wishFromQuery } from './replace-effects.ts'
import { fileNameOf, type EditorSeat, type Navigation } from './navigation.ts'
import { goToNextRegion } from './regions.ts'
import type { Stores } from './stores.ts'

export type RunCommand = (id: CommandId) => void

/** What each command does, whoever invokes it: key, menu, palette or button. */
export function createRunCommand(stores: Stores, navigation: Navigation): RunCommand {
  const { journal, entries, openEntry, search, layout, dialog, notices } = stores
  const openCopy = () => openEntry.getState().copy
  const withOpenPath = (run: (path: EntryPath) => void) => {
    const path = openCopy()?.getState().path
    if (path) run(path)
  }

  async function trash(path: EntryPath): Promise<void> {
    const save: SaveState | undefined = await openCopy()?.flush()
    if (save?.kind === 'conflict') return
    const answer = await entries.trash(path)
    if (!answer.ok) {
      return notices.raise({
        id: 'trash',
        tone: 'bad',
        title: 'The entry was not moved to the trash.',
        detail: answer.error.message,
      })
    }
    openEntry.discard(path)
    stores.history.removed(path)
    const next = shownEntry(stores.history.getState())
    if (next !== null) await navigation.open(next)
    notices.raise({ id: 'trash', tone: 'info', title: `${fileNameOf(path)} is in the trash.`, detail: '' })
  }

  async function reveal(path: EntryPath): Promise<void> {
    const answer = await entries.reveal(path)
    if (!answer.ok)
      notices.raise({
        id: 'reveal',
        tone: 'bad',
        title: 'The folder was not opened.',
        detail: answer.error.message,
      })
  }

  const effects: Readonly<Record<CommandId, () => void>> = {
    'open-search': () => search.open(selectedText()),
    'open-today': () => void navigation.openToday(),
    'new-draft': () => dialog.show('new-draft'),
    'new-page': () => dialog.show('new-page'),
    'rename-entry': () => withOpenPath(() => dialog.show('rename')),
    'trash-entry': () => withOpenPath((path) => void trash(path)),
    'reveal-entry': () => withOpenPath((path) => void reveal(path)),
    'close-pane': () => navigation.closePane(openEntry.getState().activePane),
    'save-entry': () => void openCopy()?.flush(),
    'show-difference': () =>
      withOpenPath(() => {
        openCopy()?.readText()
        dialog.show('difference')
      }),
    'edit-front-matter': () => withOpenPath(() => dialog.show('front-matter')),
    'repair-text': () => withOpenPath(() => dialog.show('repair')),
    'toggle-mode': () => openEntry.setMode(openCopy()?.getState().mode === 'text' ? 'markdown' : 'text'),
    'toggle-rail': () => layout.toggleRail(),
    'toggle-sidebar': () => layout.toggleSidebar(),
    'show-agenda': () => navigation.showOverview('agenda'),
    'show-calendar': () => navigation.showOverview('calendar'),
    'show-resources': () => navigation.showOverview('resources'),
    'show-people': () => navigation.showOverview('people'),
    'show-quotes': () => navigation.showOverview('quotes'),
    'add-action': () => dialog.show('new-action'),
    'export-calendar': () => void exportCalendar(stores),
    'go-back': () => void navigation.go(-1),
    'go-forward': () => void navigation.go(1),
    'next-region': () => goToNextRegion(navigation.seats),
    'export-without-names': () => withOpenPath(() => dialog.show('names')),
    'attach-file': () => void attachByCommand(stores, navigation),
    'add-link': () => addLink(navigation.seat),
    'choose-journal': () => void leaveJournal(stores, () => journal.choose()),
    'close-journal': () => void leaveJournal(stores, () => journal.close()),
    'replace-in-entries': () => void openReplace(stores),
    'undo-replace': () => void undoReplace(stores),
    'set-theme-system': () => layout.choose({ theme: 'system' }),
    'set-theme-light': () => layout.choose({ theme: 'light' }),
    'set-theme-dark': () => layout.choose({ theme: 'dark' }),
    'show-keys': () => dialog.show('keys'),
    'open-settings': () => dialog.show('settings'),
    'check-files': () => {
      dialog.show('settings')
      void stores.fileCheck.start(0)
    },
  }
  return (id) => effects[id]()
}

/** Longest selection that makes a question; more is a paragraph someone is about to cut. */
const longestQuestion = 120

function selectedText(): string {
  const text = (document.getSelection()?.toString() ?? '').replaceAll(/\s+/g, ' ').trim()
  return text.length <= longestQuestion ? text : ''
}

/** A search that is being typed goes on as a replacement; else the selected words are looked for, if there are any. */
async function openReplace({ search, replace }: Stores): Promise<void> {
  const { isOpen, text } = search.getState()
  const selected = selectedText()
  const wish = isOpen ? wishFromQuery(text) : selected === '' ? {} : { find: selected }
  search.close()
  await replace.open(wish)
}

/** Links are the editor's: it is given the focus, and the key it knows. */
function addLink(seat: EditorSeat): void {
  seat.handle?.focus()
  const press = new KeyboardEvent('keydown', {
    key: 'l',
    code: 'KeyL',
    ctrlKey: !isMac,
    metaKey: isMac,
    bubbles: true,
    cancelable: true,
  })
  document.activeElement?.dispatchEvent(press)
}
