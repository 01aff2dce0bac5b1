import { X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Icon } from '../ui/icon.tsx'

interface HeadingWordsProps {
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
}

/** The words that make a heading an actions heading: each can go, and another one can be added. */
export function HeadingWords({ words, onChange }: HeadingWordsProps) {
  const [word, setWord] = useState('')
  const added = word.trim().toLowerCase()

  function add(event: FormEvent) {
    event.preventDefault()
    if (added === '') return
    if (!words.includes(added)) onChange([...words, added])
    setWord('')
  }
  return (
    <form className="heading-words" aria-label="Action headings" onSubmit={add}>
      {words.map((each) => (
        <button
          key={each}
          type="button"
          className="tag"
          aria-label={`Remove “${each}”`}
          onClick={() => onChange(words.filter((other) => other !== each))}
        >
          {each}
          <Icon of={X} size={12} />
        </button>
      ))}
      <input
        className="in"
        aria-label="Another heading"
        placeholder="another heading"
        value={word}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <button type="submit" className="btn" disabled={added === ''}>
        Add
      </button>
    </form>
  )
}
