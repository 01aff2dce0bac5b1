import { useState } from 'react'
import type { TooLarge } from '../../shared/markdown/too-large.ts'
import { useStore } from 'zustand'
import type { RefusedBlock } from '../../shared/markdown/save-outcome.ts'
import { type SaveState, type WorkingCopy, type WorkingCopyState } from '../state/working-copy.ts'
import { Note } from '../ui/note.tsx'
import './notices.css'

export interface EntryNoticesProps {
  readonly copy: WorkingCopy
  readonly isReachable: boolean
  /** Puts the words of the window into a file beside the entry, and takes theirs here. */
  readonly onKeepBoth: () => void
  /** Puts the words of the window into a file beside the entry, and goes on there. */
  readonly onSaveBeside: () => void
  readonly onCompare: () => void
  /** Copies what could not be written, without the author's words, for a bug report. */
  readonly onCopyReport: (refusal: readonly RefusedBlock[]) => void
  /** Lets go of an entry whose file is gone. */
  readonly onClose: () => void
}

/** What stands between the open entry and its file, with the ways out. It stays until it is solved. */
export function EntryNotices(props: EntryNoticesProps) {
  const state = useStore(props.copy)
  return (
    <>
      {props.isReachable ? null : (
        <Note
          tone="bad"
          title="The journal’s folder cannot be reached."
          detail="What you write stays in this window and is saved when the folder is back."
        />
      )}
      <SaveNotice save={state.save} {...props} />
      {state.refusal ? (
        <RefusalNotice
          refusal={state.refusal}
          onCopyReport={props.onCopyReport}
          onShowAsText={() => props.copy.setMode('text')}
        />
      ) : null}
      {state.readOnly === null ? null : (
        <Note tone="info" title={readOnlyTitles[state.readOnly]} detail={readOnlyDetails[state.readOnly]} />
      )}
      {state.tooLarge ? (
        <Note
          tone="info"
          title="This file is shown as Markdown."
          detail={`With ${describeSize(state.tooLarge)}, every key would be slow as rich text. You can write and save as always.`}
        />
      ) : null}
    </>
  )
}

const readOnlyTitles: Readonly<Record<NonNullable<WorkingCopyState['readOnly']>, string>> = {
  'not-utf8': 'This file is not UTF-8 and cannot be edited.',
  'no-permission': 'You may read this file, but not change it.',
  'read-only-journal': 'This folder is read-only.',
}
const readOnlyDetails: Readonly<Record<NonNullable<WorkingCopyState['readOnly']>, string>> = {
  'not-utf8': 'It is shown as Latin-1, and its bytes stay as they are.',
  'no-permission': 'Its permissions do not let Cairn write it.',
  'read-only-journal': 'You can read and search everything in it.',
}

function SaveNotice({
  save,
  copy,
  onKeepBoth,
  onSaveBeside,
  onCompare,
  onClose,
}: EntryNoticesProps & { readonly save: SaveState }) {
  if (save.kind === 'conflict') {
    return (
      <Note
        tone="warn"
        isComparison
        title="Another program changed this file while you had unsaved words."
        detail="Nothing is lost: both texts are kept. Saving waits until you choose."
      >
        <button type="button" className="lk" onClick={onCompare}>
          Compare
        </button>
        <button type="button" className="btn" onClick={() => void copy.overwrite()}>
          Keep mine
        </button>
        <button type="button" className="btn" onClick={copy.takeTheirs}>
          Take theirs
        </button>
        <button type="button" className="btn pri" onClick={onKeepBoth}>
          Keep both
        </button>
      </Note>
    )
  }
  if (save.kind === 'failed') {
    return (
      <Note
        tone="bad"
        title={`Not saved. ${save.error.message}`}
        detail="Your words are safe in this window."
      >
        <button type="button" className="lk" onClick={onSaveBeside}>
          Save beside it
        </button>
        <button type="button" className="lk" onClick={() => void copy.overwrite()}>
          Try again
        </button>
      </Note>
    )
  }
  if (save.kind === 'gone') {
    return (
      <Note
        tone="bad"
        title="This file was deleted or moved by another program."
        detail="Its text is kept in this window."
      >
        <button type="button" className="lk" onClick={onClose}>
          Close it
        </button>
        <button type="button" className="lk" onClick={() => void copy.overwrite()}>
          Write it again
        </button>
      </Note>
    )
  }
  return null
}

interface RefusalNoticeProps {
  readonly refusal: readonly RefusedBlock[]
  readonly onCopyReport: (refusal: readonly RefusedBlock[]) => void
  readonly onShowAsText: () => void
}

function RefusalNotice({ refusal, onCopyReport, onShowAsText }: RefusalNoticeProps) {
  const [isCopied, setIsCopied] = useState(false)
  const reasons = [...new Set(refusal.map((block) => block.reason))].join(' ')
  return (
    <Note
      tone="warn"
      title="This edit cannot be written as Markdown that reads the same."
      detail={`Here is the entry as Markdown, with your words in it, and so it is saved. ${reasons}`}
    >
      <button
        type="button"
        className="lk"
        title="What was tried, with every letter as x"
        onClick={() => {
          onCopyReport(refusal)
          setIsCopied(true)
        }}
      >
        {isCopied ? 'Copied' : 'Copy report'}
      </button>
      <button type="button" className="btn" onClick={onShowAsText}>
        Show as text
      </button>
    </Note>
  )
}

function describeSize({ what, size }: TooLarge): string {
  if (what === 'list') return `a list of ${size.toLocaleString('en')} items`
  return `${(size / 1_000_000).toFixed(1)} million characters`
}
