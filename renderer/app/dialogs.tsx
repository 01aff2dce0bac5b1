import { useStore } from 'zustand'
import { commands } from '../../shared/contract/commands.ts'
import { entryName, parseEntryPath } from '../../shared/entry/entry-path.ts'
import { DifferenceDialog } from '../difference/difference-dialog.tsx'
import type { WorkingCopy } from '../state/working-copy.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { FrontMatterHost } from './front-matter-host.tsx'
import { addAction } from './agenda-actions.ts'
import { NamesHost } from './names-host.tsx'
import { NameDialog } from './name-dialog.tsx'
import { renamedPath, type Navigation } from './navigation.ts'
import { startRename } from './rename-effects.ts'
import { RepairHost } from './repair-host.tsx'
import { SettingsHost } from './settings-host.tsx'
import type { Stores } from './stores.ts'

interface DialogsProps {
  readonly stores: Stores
  readonly navigation: Navigation
}

/** The dialog that is over the page, if any. */
export function Dialogs({ stores, navigation }: DialogsProps) {
  const shown = useStore(stores.dialog, (state) => state.shown)
  const copy = useStore(stores.openEntry, (state) => state.copy)
  const { close } = stores.dialog
  if (shown === 'keys') return <KeysDialog onClose={close} />
  if (shown === 'settings') return <SettingsHost stores={stores} navigation={navigation} />
  if (shown === 'new-draft' || shown === 'new-page') {
    const kind = shown === 'new-draft' ? 'draft' : 'page'
    return (
      <NameDialog
        title={kind === 'draft' ? 'New draft' : 'New page'}
        label="Title"
        initial=""
        action="Make it"
        onClose={close}
        onSubmit={async (title) => (await navigation.create(kind, title))?.message ?? null}
      />
    )
  }
  if (shown === 'new-action') {
    return (
      <NameDialog
        title="New action"
        label="What, and by when in plain words"
        initial=""
        action="Add to today"
        onClose={close}
        onSubmit={(words) => addAction(stores, words)}
      />
    )
  }
  if (copy === null) return null
  if (shown === 'front-matter') return <FrontMatterHost stores={stores} copy={copy} />
  if (shown === 'names') return <NamesHost stores={stores} copy={copy} />
  if (shown === 'repair') return <RepairHost stores={stores} copy={copy} />
  if (shown === 'rename') return <RenameDialog stores={stores} copy={copy} />
  if (shown === 'difference' || shown === 'theirs')
    return <Difference copy={copy} kind={shown} onClose={close} />
  return null
}

function RenameDialog({ stores, copy }: { readonly stores: Stores; readonly copy: WorkingCopy }) {
  const { path } = copy.getState()
  async function rename(name: string): Promise<string | null> {
    const to = parseEntryPath(renamedPath(path, name))
    if (to === null) return 'A file cannot have this name.'
    if (to === path) return null
    return startRename(stores, path, to)
  }
  return (
    <NameDialog
      title="Rename entry"
      label="File name"
      initial={entryName(path)}
      action="Rename"
      onClose={stores.dialog.close}
      onSubmit={rename}
    />
  )
}

interface DifferenceProps {
  readonly copy: WorkingCopy
  readonly kind: 'difference' | 'theirs'
  readonly onClose: () => void
}

function Difference({ copy, kind, onClose }: DifferenceProps) {
  const { openedText, knownText, save } = useStore(copy)
  const isTheirs = kind === 'theirs' && save.kind === 'conflict'
  return (
    <DifferenceDialog
      isOpen
      title={isTheirs ? 'Theirs and mine' : 'What changed'}
      legend={
        isTheirs ? 'First the line on disk, then yours in this window.' : 'Since this entry was opened.'
      }
      before={isTheirs && save.kind === 'conflict' ? save.theirs.text : openedText}
      after={knownText}
      isTheirs={isTheirs}
      onClose={onClose}
    />
  )
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const withKeys = commands.filter((command) => command.keys !== null)
  return (
    <Dialog isOpen title="Keyboard" width={620} onClose={onClose}>
      <div className="keys-list">
        {withKeys.map((command) => (
          <div key={command.id}>
            {command.label}
            <Keys keys={command.keys ?? ''} />
          </div>
        ))}
      </div>
    </Dialog>
  )
}
