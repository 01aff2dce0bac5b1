import { useEffect, useRef, useState, type FormEvent } from 'react'

interface SaveSearchProps {
  readonly query: string
  readonly onSave: (name: string, query: string) => Promise<string | null>
  readonly onDone: () => void
}

/** Asks for the name of a search that is to be kept. Enter keeps it, Escape does not. */
export function SaveSearch({ query, onSave, onDone }: SaveSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(query)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') return
    const failure = await onSave(name.trim(), query)
    if (failure === null) onDone()
    else setProblem(failure)
  }
  return (
    <form className="psave" onSubmit={(event) => void submit(event)}>
      <label htmlFor="search-name">Keep in the rail as</label>
      <input
        id="search-name"
        ref={input}
        className="in"
        autoComplete="off"
        value={name}
        aria-invalid={problem !== null}
        aria-describedby="search-name-problem"
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onDone()
        }}
      />
      <button type="submit" className="btn pri" disabled={name.trim() === ''}>
        Keep
      </button>
      <output id="search-name-problem" className="late">
        {problem}
      </output>
    </form>
  )
}
