import type { MenuItemConstructorOptions } from 'electron'
import { commands, type Command, type CommandId } from '../shared/contract/commands.ts'

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly isDevelopment: boolean
  readonly choose: (id: CommandId) => void
}

/**
 * The application menu: the commands of the contract, and what a system's menus always hold.
 *
 * The window handles the keys of commands itself, because the focus decides what some of them mean. The menu shows the
 * keys and does not listen to them, so that nothing happens twice. On macOS a menu always listens, but only to
 * what the page has left.
 */
export function makeMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin'
  const from = (menu: Command['menu']): MenuItemConstructorOptions[] =>
    commands.filter((command) => command.menu === menu).map((command) => makeItem(command, options))
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: 'File', submenu: [...from('file'), separator, { role: 'close' }, ...(isMac ? [] : [quit])] },
    { label: 'Edit', submenu: [...editRoles, separator, ...from('edit')] },
    {
      label: 'View',
      submenu: [...from('view'), separator, ...viewRoles, ...(options.isDevelopment ? developerRoles : [])],
    },
    { label: 'Go', submenu: from('go') },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: 'Help', role: 'help', submenu: from('help') },
  ]
}

const quit: MenuItemConstructorOptions = { role: 'quit' }
const editRoles: MenuItemConstructorOptions[] = [
  { role: 'undo', registerAccelerator: false },
  { role: 'redo', registerAccelerator: false },
  { type: 'separator' },
  { role: 'cut', registerAccelerator: false },
  { role: 'copy', registerAccelerator: false },
  { role: 'paste', registerAccelerator: false },
  { role: 'selectAll', registerAccelerator: false },
]
const viewRoles: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
]
const developerRoles: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

function makeItem(command: Command, options: MenuOptions): MenuItemConstructorOptions {
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.label,
    click: () => options.choose(command.id),
  }
  if (command.keys === null) return item
  return { ...item, accelerator: toAccelerator(command.keys), registerAccelerator: false }
}

const keyNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/** Keys of a command (`Mod-Shift-n`) as Electron writes them (`CommandOrControl+Shift+N`). */
export function toAccelerator(keys: string): string {
  return keys
    .split('-')
    .map((key) => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+')
}
