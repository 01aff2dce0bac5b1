import { useId } from 'react'

interface SegmentProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly isDisabled?: boolean
  readonly onChoose: (value: T) => void
}

/** A few choices side by side, one of them chosen: real radio buttons, so arrows move the choice and Tab passes once. */
export function Segment<T extends string>({
  label,
  choices,
  value,
  isDisabled = false,
  onChoose,
}: SegmentProps<T>) {
  const name = useId()
  return (
    <fieldset className="seg" aria-label={label} disabled={isDisabled}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            className="unseen"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
