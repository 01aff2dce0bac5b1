import {
  FileText,
  FolderOpen,
  GitCompare,
  Keyboard,
  Pencil,
  PenLine,
  Tags,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { commands, type CommandId } from '../../shared/contract/commands.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import type { RunCommand } from './command-effects.ts'

/** What can be done with the open entry, and what else has no button of its own. */
export function moreMenu(run: RunCommand, theme: Settings['theme']): MenuEntry[] {
  const item = (id: CommandId, icon: LucideIcon, isBad = false): MenuEntry => {
    const command = commands.find((known) => known.id === id)
    return {
      kind: 'item',
      label: command?.label ?? id,
      keys: command?.keys ?? null,
      icon,
      isBad,
      onChoose: () => run(id),
    }
  }
  const themeItem = (label: string, value: Settings['theme'], id: CommandId): MenuEntry => ({
    kind: 'item',
    label,
    isChosen: theme === value,
    onChoose: () => run(id),
  })
  return [
    item('show-difference', GitCompare),
    item('edit-front-matter', Tags),
    item('rename-entry', Pencil),
    item('reveal-entry', FolderOpen),
    item('trash-entry', Trash2, true),
    { kind: 'line' },
    item('new-draft', PenLine),
    item('new-page', FileText),
    { kind: 'line' },
    { kind: 'caption', label: 'Theme' },
    themeItem('As the system', 'system', 'set-theme-system'),
    themeItem('Light', 'light', 'set-theme-light'),
    themeItem('Dark', 'dark', 'set-theme-dark'),
    { kind: 'line' },
    item('show-keys', Keyboard),
  ]
}
