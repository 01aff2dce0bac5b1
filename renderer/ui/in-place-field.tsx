import { useRef, useState, type KeyboardEvent } from 'react'

interface InPlaceFieldProps {
  readonly label: string
  /** What it says now; '' shows `placeholder` instead. */
  readonly value: string
  readonly placeholder: string
  readonly className?: string
  /** Several lines of reading, still one line of text. */
  readonly isLong?: boolean
  readonly onChange: (value: string) => void
}

/** Words that turn into a field when pressed: Enter or leaving it writes them, Esc leaves them as they were. */
export function InPlaceField(props: InPlaceFieldProps) {
  const { label, value, placeholder, className = '', isLong = false, onChange } = props
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const isLeaving = useRef(false)

  function close(written: string | null) {
    if (isLeaving.current) return
    isLeaving.current = true
    setIsOpen(false)
    const words = written?.replace(/\s+/g, ' ').trim() ?? value
    if (words !== value) onChange(words)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    close(event.key === 'Enter' ? event.currentTarget.value : null)
    // The button is there again after this update.
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className={`in-place ${value === '' ? 'blank' : ''} ${className}`}
        title={value === '' ? undefined : `Change: ${label.toLowerCase()}`}
        onClick={() => {
          isLeaving.current = false
          setIsOpen(true)
        }}
      >
        {value === '' ? placeholder : value}
      </button>
    )
  const field = {
    'aria-label': label,
    className: `in in-place-open ${className}`,
    defaultValue: value,
    placeholder,
    ref: focusAtEnd,
    onKeyDown,
  }
  return isLong ? (
    <textarea {...field} rows={3} onBlur={(event) => close(event.currentTarget.value)} />
  ) : (
    <input {...field} onBlur={(event) => close(event.currentTarget.value)} />
  )
}

function focusAtEnd(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (field === null || document.activeElement === field) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}
