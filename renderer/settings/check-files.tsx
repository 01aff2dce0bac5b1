import { useState } from 'react'
import { useStore } from 'zustand'
import type { FileCheck, FileFault } from '../../shared/contract/file-check.ts'
import type { FileCheckStore } from '../state/file-check.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Note } from '../ui/note.tsx'
import { checkDetail, checkTitle, count } from './describe-check.ts'

interface CheckFilesProps {
  readonly checks: FileCheckStore
  readonly onOpenFault: (fault: FileFault) => void
  readonly onCopyReport: (check: FileCheck) => void
}

/** Random edits in each file when they are asked for: a minute for a thousand files. */
const editsPerFile = 3

/** Proves on the user's own files that opening and saving changes nothing. */
export function CheckFiles({ checks, onOpenFault, onCopyReport }: CheckFilesProps) {
  const state = useStore(checks)
  const [hasEdits, setHasEdits] = useState(false)
  return (
    <section className="settings-part" aria-labelledby="check-files">
      <h3 id="check-files">Check my files</h3>
      <p>
        Opens and saves every Markdown file of this journal in memory, and compares the bytes. Nothing is
        written.
      </p>
      <span className="settings-choice">
        <CheckBox
          label="Also try edits"
          isChecked={hasEdits}
          isDisabled={state.kind === 'running'}
          onChange={setHasEdits}
        />
        Also try {editsPerFile} random edits in each file, in memory
      </span>
      {state.kind === 'running' ? (
        <div className="settings-run">
          <progress aria-label="Files checked" max={Math.max(1, state.total)} value={state.done} />
          <span className="num">
            {state.total === 0 ? 'Looking for files' : `${state.done} of ${count(state.total, 'file')}`}
          </span>
          <button type="button" className="btn" onClick={checks.cancel}>
            Stop
          </button>
        </div>
      ) : (
        <div className="settings-run">
          <button
            type="button"
            className="btn"
            onClick={() => void checks.start(hasEdits ? editsPerFile : 0)}
          >
            {state.kind === 'idle' ? 'Check my files' : 'Check again'}
          </button>
        </div>
      )}
      {state.kind === 'failed' ? (
        <Note tone="bad" title="The files could not be checked." detail={state.message} />
      ) : null}
      {state.kind === 'done' ? (
        <CheckResult check={state.check} onOpenFault={onOpenFault} onCopyReport={onCopyReport} />
      ) : null}
    </section>
  )
}

function CheckResult({
  check,
  onOpenFault,
  onCopyReport,
}: Omit<CheckFilesProps, 'checks'> & { readonly check: FileCheck }) {
  const [isCopied, setIsCopied] = useState(false)
  const hidden = check.faultCount - check.faults.length
  return (
    <>
      <Note
        tone={check.faultCount === 0 ? 'ok' : 'warn'}
        title={checkTitle(check)}
        detail={checkDetail(check)}
      >
        <button
          type="button"
          className="lk"
          onClick={() => {
            onCopyReport(check)
            setIsCopied(true)
          }}
        >
          {isCopied ? 'Copied' : 'Copy report'}
        </button>
      </Note>
      {check.faults.length === 0 ? null : (
        <>
          <p className="settings-fine">
            The report holds lines and kinds of blocks, and no names or words of your files.
          </p>
          <ul className="settings-faults" aria-label="Faults">
            {check.faults.map((fault, at) => (
              <li key={at}>
                <button type="button" onClick={() => onOpenFault(fault)}>
                  <b className="cut">{fault.path}</b>
                  <span className="num">line {fault.line}</span>
                  <span className="settings-construct">
                    {fault.edit === 'none' ? 'open and save' : fault.edit}: {fault.construct}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {hidden > 0 ? <p className="settings-fine">And {count(hidden, 'fault')} more.</p> : null}
        </>
      )}
    </>
  )
}
