import { Star } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Action } from '../../shared/entry/summary.ts'
import { countProgress, isPartlyDone, isSettled } from '../state/action-progress.ts'
import { labelDue, localDay, type DueLabel } from '../state/days.ts'
import type { SummaryState } from '../state/summary.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
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

type ListProps = SidebarProps & { readonly actions: readonly Action[] }

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
  return (
    <ul className={isTop ? 'act' : undefined}>
      {actions.map((action) => (
        <ActionLine key={`${action.itemNumber} ${action.text}`} action={action} {...props} />
      ))}
    </ul>
  )
}

function ActionLine({ action, ...props }: SidebarProps & { readonly action: Action }) {
  const { summary, isEditable, onReveal, onTick } = props
  const due = dueOf(action, summary.getState())
  const isDone = isSettled(action)
  const words = withoutStar(summary.getState().dues.get(action.itemNumber)?.words || action.text || '…')
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
          onClick={() => onReveal(action.span.from)}
        >
          {words}
          {action.isStarred ? (
            <Star className="star" size={12} strokeWidth={1.5} aria-label="starred" />
          ) : null}
        </button>
        <DueMark action={action} due={due} />
      </div>
      {action.steps.length > 0 ? <ActionList actions={action.steps} {...props} /> : null}
    </li>
  )
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
