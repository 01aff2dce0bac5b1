import { ChevronDown, ChevronRight, Ellipsis, Hourglass, Star } from 'lucide-react'
import type { CSSProperties } from 'react'
import { progressOf, stateOn } from '../../shared/actions/group-agenda.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import { shortDay } from '../state/days.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { dateMenu } from '../ui/date-menu.ts'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { isSettledOn, type AgendaLine } from './agenda-lines.ts'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { dueWords, repeatWords, sourceWords } from './agenda-words.ts'

export type StepLine = Extract<AgendaLine, { kind: 'step' }>

interface AgendaLineProps extends AgendaProps {
  readonly line: StepLine
  readonly today: IsoDay
  readonly onFold: () => void
  readonly onPickDay: (place: StepPlace) => void
}

/** One step: its box, its words, where it is from, when it is due, and what else can be done with it. */
export function AgendaStepLine(props: AgendaLineProps) {
  const { line, today, onOpen } = props
  const { row, step, depth } = line
  const isSettled = isSettledOn(step, today)
  const { done, total } = progressOf(step, today)
  return (
    <div
      className={['line', isSettled ? 'done' : '', depth > 0 ? 'nested' : ''].filter(Boolean).join(' ')}
      style={{ '--depth': depth } as CSSProperties}
    >
      {line.isOpen === null ? null : <FoldButton {...props} isOpen={line.isOpen} />}
      <StepMark {...props} isSettled={isSettled} />
      <span className="words">
        <button
          type="button"
          tabIndex={-1}
          className="tx"
          title="Open at its place"
          onClick={(event) => onOpen(row.path, step.from, event.ctrlKey || event.metaKey)}
        >
          {step.words.replace(/\s*⭐\uFE0F?/gu, '') || '…'}
          {step.isStarred ? <Star className="star" size={12} strokeWidth={1.5} aria-label="starred" /> : null}
        </button>
        {total > 0 ? <span className="progress">{`${done} of ${total}`}</span> : null}
        {step.repeat === null ? null : <span className="progress">{repeatWords(step.repeat)}</span>}
        {row.section === 'asked' && depth === 0 ? <Outcomes {...props} /> : null}
      </span>
      <span className="from cut" title={row.path}>
        {depth === 0 ? sourceWords(row, today) : ''}
      </span>
      <Due {...props} isSettled={isSettled} />
      <Menu
        label="Step"
        entries={stepMenu(props)}
        trigger={
          <IconButton icon={Ellipsis} isSmall tabIndex={-1} className="more" label="More for this step" />
        }
      />
    </div>
  )
}

function FoldButton({ isOpen, onFold }: AgendaLineProps & { readonly isOpen: boolean }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="fold"
      aria-label={isOpen ? 'Fold its steps' : 'Unfold its steps'}
      onClick={onFold}
    >
      <Icon of={isOpen ? ChevronDown : ChevronRight} size={12} />
    </button>
  )
}

type MarkProps = AgendaLineProps & { readonly isSettled: boolean }

function StepMark({ line, today, isSettled, onTick }: MarkProps) {
  const { row, step } = line
  const state = stateOn(step, today)
  if (state === 'waiting' || state === 'forwarded') {
    return (
      <span className="wt">
        <Icon of={Hourglass} size={14} />
        <span className="unseen">{state === 'waiting' ? 'waiting' : 'moved on'}</span>
      </span>
    )
  }
  if (step.box === null) return <span className={isSettled ? 'nobox full' : 'nobox'} />
  const { done, total } = progressOf(step, today)
  return (
    <CheckBox
      label={step.words || 'Action without words'}
      isChecked={isSettled}
      isPartly={!isSettled && (state === 'in-progress' || (done > 0 && done < total))}
      isLate={!isSettled && step.day !== null && step.day < today}
      onChange={(isChecked) => onTick({ row, step }, isChecked)}
    />
  )
}

function Due({ line, today, isSettled }: MarkProps) {
  const { step, row, depth } = line
  // A step that has its parent's day says nothing new.
  if (step.day === null || (depth > 0 && step.dateFrom === 'parent')) return <span className="due" />
  const { text, tone } =
    row.section === 'asked' && !isSettled
      ? { text: dueWords(step.day, step.time, today, true).text, tone: 'soon' }
      : dueWords(step.day, step.time, today, isSettled)
  return <span className={tone === 'plain' ? 'due' : `due ${tone}`}>{text}</span>
}

/** A step that was to come, and its day has gone by: asked about once, and gently. */
function Outcomes({ line, onOutcome, onPickDay }: AgendaLineProps) {
  const place = { row: line.row, step: line.step }
  return (
    <span className="outcomes">
      <button type="button" className="lk" tabIndex={-1} onClick={() => onOutcome(place, 'done')}>
        It came off
      </button>
      <button type="button" className="lk" tabIndex={-1} onClick={() => onPickDay(place)}>
        Moved…
      </button>
      <button type="button" className="lk" tabIndex={-1} onClick={() => onOutcome(place, 'dropped')}>
        Dropped
      </button>
    </span>
  )
}

function stepMenu(props: AgendaLineProps): MenuEntry[] {
  const { line, today, onOpen, onPickDay, onSetDay, onGiveBox, onCorrect } = props
  const place = { row: line.row, step: line.step }
  const { day, dateFrom, isCorrected } = line.step
  return [
    {
      kind: 'item',
      label: 'Open at its place',
      keys: 'Enter',
      onChoose: () => onOpen(line.row.path, line.step.from, false),
    },
    ...(line.step.box === null
      ? [{ kind: 'item', label: 'Give it a box', keys: 'b', onChoose: () => onGiveBox(place) } as const]
      : []),
    { kind: 'line' },
    ...dateMenu(
      {
        ownDay: day === null || dateFrom === 'parent' ? null : shortDay(day, today),
        isFromProse: dateFrom === 'prose',
        isCorrected,
      },
      {
        onPickDay: () => onPickDay(place),
        onPutOff: (days) => onSetDay(place, addDays(today, days)),
        onClearDay: () => onSetDay(place, null),
        onCorrect: (choice) => onCorrect(place, choice),
      },
    ),
  ]
}
