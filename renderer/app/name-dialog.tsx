import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Dialog } from '../ui/dialog.tsx'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly initial: string
  readonly action: string
  readonly onClose: () => void
  /** Does it; gives why it was not possible, or null. */
  readonly onSubmit: (name: string) => Promise<string | null>
}

/** Asks for one name, and says in place why it cannot be. */
export function NameDialog({ title, label, initial, action, onClose, onSubmit }: NameDialogProps) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => input.current?.select(), [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy || name.trim() === '') return
    setIsBusy(true)
    const failure = await onSubmit(name.trim())
    setIsBusy(false)
    if (failure === null) onClose()
    else setProblem(failure)
  }
  return (
    <Dialog
      isOpen
      title={title}
      width={440}
      onClose={onClose}
      initialFocus={input}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form="name-form" className="btn pri" disabled={isBusy || name.trim() === ''}>
            {action}
          </button>
        </>
      }
    >
      <form id="name-form" className="name-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor="name-field">{label}</label>
        <input
          id="name-field"
          ref={input}
          className="in"
          value={name}
          aria-invalid={problem !== null}
          aria-describedby="name-problem"
          autoComplete="off"
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <output id="name-problem" className="late">
          {problem}
        </output>
      </form>
    </Dialog>
  )
}
