import { CircleQuestionMark, Search, SpellCheck, Star } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { SearchAnswer } from '../../shared/contract/search.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { describeCorrection } from './describe-answer.ts'

interface PaletteFieldProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly answer: SearchAnswer | null
  /** A key that the word at the caret begins. */
  readonly suggestion: ReactNode
  readonly isFuzzy: boolean
  /** Name of the saved search with this query; null when it is not saved; undefined when there is nothing to save. */
  readonly savedName: string | null | undefined
  readonly isListed: boolean
  readonly activeId: string | undefined
  readonly onText: (text: string) => void
  readonly onCaret: (caret: number) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onToggleTypos: () => void
  readonly onToggleSaved: () => void
  readonly onHelp: () => void
}

/** The field, how its words were understood, and the three switches of a search at its right. */
export function PaletteField(props: PaletteFieldProps) {
  const { input, text, answer, isFuzzy, savedName, onToggleTypos, onToggleSaved, onHelp } = props
  return (
    <div className="pin">
      <Icon of={Search} />
      <input
        ref={input}
        role="combobox"
        aria-label="Search"
        // Selecting in an effect would take the focus before the dialog notes where it came from.
        onFocus={(event) => event.currentTarget.select()}
        aria-expanded={props.isListed}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={props.activeId}
        placeholder="Search, or > for commands"
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        value={text}
        onChange={(event) => props.onText(event.currentTarget.value)}
        onSelect={(event) => props.onCaret(event.currentTarget.selectionStart ?? text.length)}
        onKeyDown={props.onKeyDown}
      />
      {props.suggestion}
      {answer ? <Corrections answer={answer} /> : null}
      {isFuzzy ? null : <span className="q sm exact">as typed only</span>}
      {savedName === undefined ? null : (
        <IconButton
          icon={Star}
          isSmall
          className={savedName === null ? '' : 'kept'}
          aria-pressed={savedName !== null}
          label={savedName === null ? 'Keep this search' : `Kept as “${savedName}”: remove it`}
          keys="Mod-d"
          tabIndex={-1}
          onClick={onToggleSaved}
        />
      )}
      <IconButton
        icon={SpellCheck}
        isSmall
        isOn={isFuzzy}
        aria-pressed={isFuzzy}
        label="Forgive typing errors"
        keys="Mod-t"
        tabIndex={-1}
        onClick={onToggleTypos}
      />
      <IconButton
        icon={CircleQuestionMark}
        isSmall
        label="What can be written here"
        keys="?"
        tabIndex={-1}
        onClick={onHelp}
      />
    </div>
  )
}

function Corrections({ answer }: { readonly answer: SearchAnswer }) {
  if (answer.corrections.length === 0) return null
  const [first] = answer.corrections
  return (
    <output className="q sm as">
      as{' '}
      {answer.corrections.map((correction, at) => (
        <span key={correction.typed}>
          {at > 0 ? ', ' : ''}
          <b className="q2">{correction.understood}</b>
        </span>
      ))}
      {answer.corrections.length === 1 && first ? `, ${describeCorrection(first)}` : ''}
    </output>
  )
}
