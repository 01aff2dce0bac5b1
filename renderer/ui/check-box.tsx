import { useEffect, useRef } from 'react'

interface CheckBoxProps {
  readonly label: string
  readonly isChecked: boolean
  /** Some steps under it are done and others are not. */
  readonly isPartly?: boolean
  readonly isLate?: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isChecked: boolean) => void
}

/** A real check box input; `isPartly` shows as the filled square of `indeterminate`. */
export function CheckBox({
  label,
  isChecked,
  isPartly = false,
  isLate = false,
  isDisabled = false,
  onChange,
}: CheckBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isPartly
  }, [isPartly, isChecked])
  return (
    <input
      ref={input}
      type="checkbox"
      className={isLate ? 'cb late' : 'cb'}
      aria-label={label}
      checked={isChecked}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
