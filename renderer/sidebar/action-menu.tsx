import { Ellipsis } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { Action } from '../../shared/entry/summary.ts'
import { localDay, shortDay } from '../state/days.ts'
import { dateMenu } from '../ui/date-menu.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import type { SidebarProps } from './sidebar-props.ts'

type Surroundings = Pick<SidebarProps, 'summary' | 'edits'>

interface ActionMenuProps extends Surroundings {
  readonly action: Action
  /** The action as it stands in the text now. */
  readonly now: () => Action
}

/** What can be done with an action of the panel beside ticking it. */
export function ActionMenu({ action, now, summary, edits }: ActionMenuProps) {
  return (
    <Menu
      label="Action"
      entries={entriesOf(action, now, { summary, edits })}
      trigger={<IconButton icon={Ellipsis} isSmall className="more" label="More for this action" />}
    />
  )
}

function entriesOf(action: Action, now: () => Action, { summary, edits }: Surroundings): MenuEntry[] {
  const today = localDay()
  const due = summary.getState().dues.get(action.itemNumber)
  return [
    ...(action.box === null
      ? [
          {
            kind: 'item',
            label: 'Give it a box',
            keys: 'b',
            onChoose: () => edits.onGiveBox(now()),
          } as const,
          { kind: 'line' } as const,
        ]
      : []),
    ...dateMenu(
      {
        ownDay: due?.day == null ? null : shortDay(due.day, today),
        isFromProse: due?.isFromProse ?? false,
        isCorrected: due?.isCorrected ?? false,
      },
      {
        onPickDay: () => edits.onPickDay(now()),
        onPutOff: (days) => edits.onSetDay(now(), addDays(today, days)),
        onClearDay: () => edits.onSetDay(now(), null),
        onCorrect: (choice) => edits.onCorrect(now(), choice),
      },
    ),
  ]
}

/** The keys of the agenda, on the words of an action: D sets the date, S puts off, C corrects it, B gives a box. */
export function editByKey(event: KeyboardEvent, action: Action, { summary, edits }: Surroundings): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const due = summary.getState().dues.get(action.itemNumber)
  if (event.key === 'd') edits.onPickDay(action)
  else if (event.key === 's') edits.onSetDay(action, addDays(localDay(), 1))
  else if (event.key === 'c' && (due?.isFromProse === true || due?.isCorrected === true))
    edits.onCorrect(action, 'another-day')
  else if (event.key === 'b' && action.box === null) edits.onGiveBox(action)
  else return
  event.preventDefault()
}
