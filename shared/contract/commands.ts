/**
 * Everything the user can invoke, once: the menu, the keyboard, the palette and the buttons read this list.
 * `keys` is written as `Mod-Shift-n`: `Mod` is Ctrl, and Cmd on macOS.
 */
export interface Command {
  readonly id: CommandId
  readonly label: string
  readonly keys: string | null
  readonly menu: 'file' | 'edit' | 'view' | 'go' | 'help' | null
}

export const commandIds = [
  'open-search',
  'open-today',
  'new-draft',
  'new-page',
  'rename-entry',
  'trash-entry',
  'reveal-entry',
  'save-entry',
  'close-pane',
  'show-difference',
  'toggle-mode',
  'toggle-rail',
  'toggle-sidebar',
  'show-agenda',
  'show-calendar',
  'show-resources',
  'show-people',
  'show-quotes',
  'add-action',
  'export-calendar',
  'go-back',
  'go-forward',
  'next-region',
  'add-link',
  'attach-file',
  'export-without-names',
  'edit-front-matter',
  'repair-text',
  'choose-journal',
  'close-journal',
  'replace-in-entries',
  'undo-replace',
  'set-theme-system',
  'set-theme-light',
  'set-theme-dark',
  'show-keys',
  'open-settings',
  'check-files',
] as const
export type CommandId = (typeof commandIds)[number]

export const commands: readonly Command[] = [
  { id: 'open-search', label: 'Search', keys: 'Mod-k', menu: 'go' },
  { id: 'open-today', label: 'Today’s entry', keys: 'Mod-n', menu: 'file' },
  { id: 'new-draft', label: 'New draft', keys: 'Mod-Shift-n', menu: 'file' },
  { id: 'new-page', label: 'New page', keys: null, menu: 'file' },
  { id: 'add-action', label: 'New action…', keys: 'Mod-Shift-a', menu: 'file' },
  { id: 'export-calendar', label: 'Export calendar file…', keys: null, menu: 'file' },
  { id: 'export-without-names', label: 'Export copy without names…', keys: null, menu: 'file' },
  { id: 'rename-entry', label: 'Rename entry…', keys: 'F2', menu: 'file' },
  { id: 'trash-entry', label: 'Move entry to the trash', keys: null, menu: 'file' },
  { id: 'reveal-entry', label: 'Show file in its folder', keys: null, menu: 'file' },
  { id: 'save-entry', label: 'Save now', keys: 'Mod-s', menu: 'file' },
  { id: 'close-pane', label: 'Close this side', keys: 'Mod-Shift-w', menu: 'file' },
  { id: 'choose-journal', label: 'Open a folder…', keys: 'Mod-o', menu: 'file' },
  { id: 'close-journal', label: 'Close journal', keys: null, menu: 'file' },
  { id: 'open-settings', label: 'Settings', keys: 'Mod-,', menu: 'file' },
  { id: 'check-files', label: 'Check my files', keys: null, menu: 'help' },
  { id: 'add-link', label: 'Add a link', keys: 'Mod-l', menu: 'edit' },
  { id: 'attach-file', label: 'Attach a file to a link…', keys: null, menu: 'edit' },
  { id: 'edit-front-matter', label: 'Title, date and tags…', keys: null, menu: 'edit' },
  { id: 'repair-text', label: 'Repair mis-decoded text…', keys: null, menu: 'edit' },
  { id: 'replace-in-entries', label: 'Replace in entries…', keys: 'Mod-Shift-h', menu: 'edit' },
  { id: 'undo-replace', label: 'Undo the last replace in entries', keys: null, menu: 'edit' },
  { id: 'toggle-mode', label: 'Text or Markdown', keys: 'Mod-e', menu: 'view' },
  { id: 'show-difference', label: 'Show what changed', keys: null, menu: 'view' },
  { id: 'toggle-rail', label: 'Show or hide the rail', keys: 'Mod-\\', menu: 'view' },
  { id: 'toggle-sidebar', label: 'Show or hide the sidebar', keys: 'Mod-Shift-\\', menu: 'view' },
  { id: 'set-theme-system', label: 'Theme: as the system', keys: null, menu: 'view' },
  { id: 'set-theme-light', label: 'Theme: light', keys: null, menu: 'view' },
  { id: 'set-theme-dark', label: 'Theme: dark', keys: null, menu: 'view' },
  { id: 'show-agenda', label: 'Agenda', keys: 'Mod-2', menu: 'go' },
  { id: 'show-calendar', label: 'Calendar: this week', keys: 'Mod-3', menu: 'go' },
  { id: 'show-resources', label: 'Resources', keys: 'Mod-4', menu: 'go' },
  { id: 'show-people', label: 'People', keys: 'Mod-5', menu: 'go' },
  { id: 'show-quotes', label: 'Quotes', keys: 'Mod-6', menu: 'go' },
  { id: 'go-back', label: 'Back', keys: 'Alt-ArrowLeft', menu: 'go' },
  { id: 'go-forward', label: 'Forward', keys: 'Alt-ArrowRight', menu: 'go' },
  { id: 'next-region', label: 'Next region', keys: 'F6', menu: 'go' },
  { id: 'show-keys', label: 'Keyboard', keys: 'Mod-/', menu: 'help' },
]

/** The shortcut of a command as `commands` has it, or null without one. */
export function keysOf(id: CommandId): string | null {
  return commands.find((command) => command.id === id)?.keys ?? null
}
