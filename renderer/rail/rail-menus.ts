import { FolderOpen, FilePlus, FileText, LogOut, PenLine } from 'lucide-react'
import { keysOf, type CommandId } from '../../shared/contract/commands.ts'
import type { JournalInfo } from '../../shared/contract/requests.ts'
import type { RecentJournal } from '../state/journal.ts'
import type { MenuEntry } from '../ui/menu.tsx'

/** Other journals: the recent ones, another folder, none. */
export function journalMenu(
  opened: JournalInfo | null,
  recents: readonly RecentJournal[],
  onCommand: (id: CommandId) => void,
  onOpenRecent: (id: string) => void,
): MenuEntry[] {
  const others = recents.filter((recent) => recent.id !== opened?.id).slice(0, 6)
  return [
    ...(opened ? [{ kind: 'caption', label: opened.place } as const] : []),
    ...others.map((recent): MenuEntry => ({
      kind: 'item',
      label: recent.name,
      detail: recent.place,
      onChoose: () => onOpenRecent(recent.id),
    })),
    ...(others.length > 0 ? [{ kind: 'line' } as const] : []),
    item('Open a folder…', FolderOpen, 'choose-journal', onCommand),
    item('New draft', PenLine, 'new-draft', onCommand),
    item('New page', FileText, 'new-page', onCommand),
    { kind: 'line' },
    item('Close journal', LogOut, 'close-journal', onCommand),
  ]
}

function item(
  label: string,
  icon: typeof FilePlus,
  command: CommandId,
  onCommand: (id: CommandId) => void,
): MenuEntry {
  return { kind: 'item', label, icon, keys: keysOf(command), onChoose: () => onCommand(command) }
}
