import { Star } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Action } from '../../shared/entry/summary.ts'
import { countProgress, isPartlyDone, isSettled } from '../state/action-progress.ts'
import { labelDue, localDay, type DueLabel } from '../state/days.ts'
import type { SummaryState } from '../state/summary.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ActionMenu, editByKey } from './action-menu.tsx'
import { ShowMore } from './show-more.tsx'
import type { SidebarProps } from './sidebar-props.ts'
import { useFirstPart } from './use-first-part.ts'

/** What the entry promises: every box and every step under an actions heading, nested as in the text. */
export function ActionsPanel(props: SidebarProps) {
  const { summary } = props
  const entry = useStore(summary, (state) => state.summary)
  const actions = useMemo(() => entry?.actions ?? [], [entry])
  const { shown, rest, showMore } = useFirstPart(actions, entry?.path ?? null)
  const progress = useMemo(() => countProgress(actions), [actions])
  return (
    <>
      <div className="ph">
        <h2>Actions</h2>
        <span className="n">{progress.total === 0 ? '' : `${progress.done} of ${progress.total} done`}</span>
      </div>
      <div className="scroll">
        <ActionGroups actions={shown} {...props} />
        <ShowMore rest={rest} onShow={showMore} />
        {entry && actions.length === 0 ? (
          <EmptyState title="Nothing to do here">
            A line that begins with <kbd>[ ]</kbd>, or a step under “next steps”, stands here.
          </EmptyState>
        ) : null}
      </div>
    </>
  )
}

interface ListProps extends Pick<SidebarProps, 'summary' | 'isEditable' | 'onReveal' | 'onTick' | 'edits'> {
  readonly actions: readonly Action[]
}

/** With more than one heading over them, each group says which it is from. */
function ActionGroups({ actions, ...props }: ListProps) {
  const groups: { heading: string; actions: Action[] }[] = []
  for (const action of actions) {
    const last = groups.at(-1)
    if (last && last.heading === action.heading) last.actions.push(action)
    else groups.push({ heading: action.heading, actions: [action] })
  }
  return groups.map((group, at) => (
    <div key={at}>
      {groups.length > 1 ? <h3 className="act-head cut">{group.heading || 'in the text'}</h3> : null}
      <ActionList actions={group.actions} isTop {...props} />
    </div>
  ))
}

function ActionList({ actions, isTop, ...props }: ListProps & { readonly isTop?: boolean }) {
  const { dues } = props.summary.getState()
  return (
    <ul className={isTop ? 'act' : undefined}>
      {actions.map((action) => (
        <ActionLine
          key={`${action.itemNumber} ${action.text}`}
          action={action}
          words={isTop ? wordsOf(action, dues) : ''}
          {...props}
        />
      ))}
    </ul>
  )
}

interface LineProps extends Omit<ListProps, 'actions'> {
  readonly action: Action
  /** All that is drawn of it and of its steps. */
  readonly words: string
}

/**
 * One action and its steps. Drawn anew when it says something else: where it stands moves with every key in front of it,
 * and a hundred lines would be drawn for it at every save.
 */
const ActionLine = memo(DrawnAction, (before, now) => {
  return (
    before.words !== '' &&
    before.words === now.words &&
    before.summary === now.summary &&
    before.isEditable === now.isEditable &&
    before.onReveal === now.onReveal &&
    before.onTick === now.onTick &&
    before.edits === now.edits
  )
})

function wordsOf(action: Action, dues: SummaryState['dues']): string {
  const steps = action.steps.map((step) => wordsOf(step, dues))
  const { itemNumber, text, state, box, isStarred } = action
  return JSON.stringify([itemNumber, text, state, box, isStarred, dues.get(itemNumber), localDay(), steps])
}

function DrawnAction({ action, words: _drawn, ...props }: LineProps) {
  const { summary, isEditable, onReveal, onTick } = props
  const due = dueOf(action, summary.getState())
  const isDone = isSettled(action)
  const words = withoutStar(summary.getState().dues.get(action.itemNumber)?.words || action.text || '…')
  /** Where it stands may have moved since the line was drawn. */
  function now(): Action {
    return findAction(summary.getState().summary?.actions ?? [], action.itemNumber) ?? action
  }
  function goTo(): void {
    onReveal(now().span.from)
  }
  return (
    <li
      className={
        [isDone ? 'done' : '', action.state === 'cancelled' ? 'cancelled' : ''].filter(Boolean).join(' ') ||
        undefined
      }
    >
      <div className="line">
        {action.box === null ? (
          <span className="nobox" />
        ) : (
          <CheckBox
            label={action.text || 'Action without words'}
            isChecked={isDone}
            isPartly={isPartlyDone(action)}
            isLate={due?.tone === 'late'}
            isDisabled={!isEditable}
            onChange={(isChecked) => onTick(action, isChecked)}
          />
        )}
        <button
          type="button"
          className="tx"
          title="Go to it in the text"
          onClick={goTo}
          onKeyDown={(event) => (isEditable ? editByKey(event, now(), props) : undefined)}
        >
          {words}
          {action.isStarred ? (
            <Star className="star" size={12} strokeWidth={1.5} aria-label="starred" />
          ) : null}
        </button>
        <DueMark action={action} due={due} />
        {isEditable ? <ActionMenu action={action} now={now} {...props} /> : null}
      </div>
      {action.steps.length > 0 ? <ActionList actions={action.steps} {...props} /> : null}
    </li>
  )
}

function findAction(actions: readonly Action[], itemNumber: number): Action | null {
  for (const action of actions) {
    const found = action.itemNumber === itemNumber ? action : findAction(action.steps, itemNumber)
    if (found !== null) return found
  }
  return null
}

/** The star is drawn behind the words; the one that was typed would be a second. */
function withoutStar(words: string): string {
  return words.replace(/\s*⭐\uFE0F?/gu, '')
}

const stateWords: Partial<Record<Action['state'], string>> = {
  cancelled: 'cancelled',
  forwarded: 'moved on',
  waiting: 'waiting',
}

function DueMark({ action, due }: { readonly action: Action; readonly due: DueLabel | null }) {
  const word = stateWords[action.state]
  if (word) return <span className="due">{word}</span>
  if (!due) return null
  return <span className={due.tone === 'plain' ? 'due' : `due ${due.tone}`}>{due.text}</span>
}

function dueOf(action: Action, { dues }: SummaryState): DueLabel | null {
  const day = dues.get(action.itemNumber)?.day
  return day == null ? null : labelDue(day, localDay(), action.box !== null && !isSettled(action))
}
