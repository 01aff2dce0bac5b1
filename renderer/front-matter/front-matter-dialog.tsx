import { useRef, useState, type FormEvent } from 'react'
import type { FrontMatterFields, FrontMatterForm } from '../../shared/entry/front-matter-form.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Note } from '../ui/note.tsx'
import './front-matter.css'

interface FrontMatterDialogProps {
  readonly form: FrontMatterForm
  /** Writes what was changed; gives why it was not possible, or null. */
  readonly onApply: (fields: FrontMatterFields) => string | null
  readonly onShowMarkdown: () => void
  readonly onClose: () => void
}

/** The keys that have a field, and below them the front matter as it stands in the file. */
export function FrontMatterDialog({ form, onApply, onShowMarkdown, onClose }: FrontMatterDialogProps) {
  const [fields, setFields] = useState(form.fields)
  const title = useRef<HTMLInputElement>(null)
  const written = form.fields.tags.join(', ')
  const [tags, setTags] = useState(written)
  const [failure, setFailure] = useState<string | null>(null)
  const isBroken = form.problem !== null

  function change(part: Partial<FrontMatterFields>): void {
    setFields({ ...fields, ...part })
    setFailure(null)
  }
  function apply(event: FormEvent) {
    event.preventDefault()
    // A tag may have a comma in it: what nobody changed is not taken apart.
    const problem = onApply({ ...fields, tags: tags === written ? form.fields.tags : splitTags(tags) })
    if (problem === null) onClose()
    else setFailure(problem)
  }
  return (
    <Dialog
      isOpen
      title="Front matter"
      width={600}
      onClose={onClose}
      initialFocus={title}
      footer={
        <>
          <button type="button" className="btn ghost" onClick={onShowMarkdown}>
            Edit as Markdown
          </button>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form="front-matter-form" className="btn pri" disabled={isBroken}>
            Change
          </button>
        </>
      }
    >
      {isBroken ? (
        <Note
          tone="warn"
          title="This front matter cannot be read, so it is left alone."
          detail={`${form.problem} Put it right as Markdown.`}
        />
      ) : (
        <form id="front-matter-form" className="front-matter-form" onSubmit={apply}>
          <label htmlFor="front-matter-title">Title</label>
          <input
            id="front-matter-title"
            ref={title}
            className="in"
            value={fields.title}
            autoComplete="off"
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <label htmlFor="front-matter-date">Date</label>
          <input
            id="front-matter-date"
            className="in"
            value={fields.date}
            placeholder="2026-11-24"
            autoComplete="off"
            onChange={(event) => change({ date: event.currentTarget.value })}
          />
          <label htmlFor="front-matter-tags">Tags</label>
          <input
            id="front-matter-tags"
            className="in"
            value={tags}
            placeholder="career, reading"
            autoComplete="off"
            onChange={(event) => {
              setTags(event.currentTarget.value)
              setFailure(null)
            }}
          />
          <span>Draft</span>
          <CheckBox label="Draft" isChecked={fields.isDraft} onChange={(isDraft) => change({ isDraft })} />
          <output className="late">{failure}</output>
        </form>
      )}
      {form.source === '' ? null : (
        <>
          <h3 className="front-matter-caption">As it stands in the file</h3>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long one is scrolled by keys as well */}
          <pre className="front-matter-source" tabIndex={0}>
            {form.source}
          </pre>
        </>
      )}
    </Dialog>
  )
}

function splitTags(written: string): string[] {
  return written
    .split(',')
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '')
}
