import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { pictureUrl } from '../../shared/contract/picture-url.ts'
import { EntryEditor } from '../entry-editor/entry-editor.tsx'
import { useReadyMode } from '../entry-editor/use-ready-mode.ts'
import { AppNotices } from '../notices/app-notices.tsx'
import { EntryNotices } from '../notices/entry-notices.tsx'
import { RepairNotice } from '../notices/repair-notice.tsx'
import { StatusLine } from '../status/status-line.tsx'
import type { PaneName } from '../state/open-entry.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { EntryHeader } from './entry-header.tsx'
import type { RunCommand } from './command-effects.ts'
import { describeAddress } from './describe-address.ts'
import { writeDraggedLink } from './link-writer.ts'
import { tickStyleOf } from './tick-style.ts'
import { suggestLinks } from './suggest-links.ts'
import { createWaysOut } from './ways-out.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

interface EntryPageProps {
  readonly stores: Stores
  readonly navigation: Navigation
  readonly run: RunCommand
  readonly copy: WorkingCopy
  readonly pane: PaneName
  /** `text`, or `beside` for the second from the left. */
  readonly region: 'text' | 'beside'
}

/** An entry on the screen: what stands between it and its file, the editor, the status line. */
export function EntryPage({ stores, navigation, run, copy, pane, region }: EntryPageProps) {
  const { openEntry, journal } = stores
  const summary = stores.summaries[pane]
  const { attach, takeSeat } = navigation
  // Part by part: the copy's state moves with every save, and the page has nothing to do with that.
  const path = useStore(copy, (state) => state.path)
  const wantedMode = useStore(copy, (state) => state.mode)
  const canBeText = useStore(copy, (state) => state.tooLarge === null)
  const mode = useReadyMode(wantedMode, canBeText)
  const readOnly = useStore(copy, (state) => state.readOnly)
  const loadedText = useStore(copy, (state) => state.loadedText)
  const loadNumber = useStore(copy, (state) => state.loadNumber)
  const isReachable = useStore(journal, (state) => state.isReachable)
  const unsavedElsewhere = useStore(openEntry, (state) => state.unsavedElsewhere)
  const waysOut = useMemo(() => createWaysOut(stores, navigation, copy), [stores, navigation, copy])
  const header = useMemo(
    () => <EntryHeader summary={summary} isSource={mode === 'markdown'} />,
    [summary, mode],
  )

  const readText = () => navigation.seats[pane].handle?.readText().text ?? ''

  // The editor has its text when this runs: effects of children come first.
  useEffect(() => (mode === null ? undefined : attach(copy, pane)), [attach, copy, pane, loadNumber, mode])

  return (
    <>
      <div className="notices">
        {region === 'text' ? <AppNotices notices={stores.notices} /> : null}
        <EntryNotices
          copy={copy}
          isReachable={isReachable}
          onCompare={() => stores.dialog.show('theirs')}
          {...waysOut}
        />
        <RepairNotice
          copy={copy}
          repairs={stores.repairs}
          onShow={() => {
            openEntry.activate(pane)
            stores.dialog.show('repair')
          }}
        />
      </div>
      <div className="page" data-region={region} data-pane={pane}>
        {mode === null ? null : (
          <EntryEditor
            ref={takeSeat[pane]}
            path={path}
            text={loadedText}
            loadNumber={loadNumber}
            mode={mode}
            isEditable={readOnly === null}
            saver={stores.background ?? undefined}
            tickStyle={() => tickStyleOf(stores)}
            header={header}
            pictureUrl={(target) => pictureUrl(path, target)}
            onEdited={() => {
              copy.edited()
              summary.noteEdited()
            }}
            onOpenLink={(url) => void navigation.openLink(url)}
            onOpenEntry={(target) => void navigation.openByName(target)}
            markdownOfDrag={(dragged) => writeDraggedLink(stores, dragged, path, readText())}
            describeAddress={(address) => describeAddress(stores, address)}
            suggestLinks={(trigger) => suggestLinks(stores, { path, readText }, trigger)}
            onFocusChange={(hasFocus) => (hasFocus ? undefined : void copy.flush())}
          />
        )}
      </div>
      <StatusLine
        copy={copy}
        summary={summary}
        unsavedElsewhere={unsavedElsewhere}
        onOpen={(other) => void navigation.open(other)}
        onShowDifference={() => run('show-difference')}
      />
    </>
  )
}
