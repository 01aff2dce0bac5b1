import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { AgendaCounts } from '../../shared/contract/facts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { AgendaStepLine, type StepLine } from './agenda-line.tsx'
import { agendaLines, isSettledOn, type AgendaLine } from './agenda-lines.ts'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { groupName, groupNote } from './agenda-words.ts'
import { isNarrowed, narrowedTo } from './narrowing.ts'

interface AgendaListProps extends AgendaProps {
  readonly onPickDay: (place: StepPlace) => void
}

/** px, before a line is measured; a group's head has air above it. */
function estimate(line: AgendaLine): number {
  if (line.kind === 'group') return line.isFirst ? 30 : 44
  return 30
}

/**
 * The steps in their groups, as one tree of which only the lines in view exist. The focus stays on the tree: arrows
 * move and fold, Space ticks, Enter opens at the place, D sets the date, S puts off until tomorrow, C corrects a date
 * that was read wrongly, B gives a box, F opens the filters.
 */
export function AgendaList(props: AgendaListProps) {
  const { agenda } = props
  const { answer, rows, filter, today } = useStore(agenda)
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [activeId, setActiveId] = useState<string | null>(null)
  const lines = useMemo(() => agendaLines(answer?.groups ?? [], rows, folds), [answer, rows, folds])
  const scroller = useRef<HTMLDivElement>(null)
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => estimate(lines[at]!),
    getItemKey: (at) => lines[at]!.id,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const lastRow = countRoots(lines, last)
  useEffect(() => agenda.reach(lastRow), [agenda, lastRow])

  const activeAt = Math.max(
    lines.findIndex(({ id }) => id === activeId),
    activeId === null ? lines.findIndex(({ kind }) => kind === 'step') : 0,
  )
  const active = lines[activeAt]
  function moveTo(at: number, step: 1 | -1): void {
    let next = Math.min(lines.length - 1, Math.max(0, at))
    while (lines[next]?.kind === 'group' && lines[next + step] !== undefined) next += step
    const line = lines[next]
    if (line === undefined || line.kind === 'group') return
    setActiveId(line.id)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  function fold(line: StepLine, isOpen: boolean): void {
    setFolds(new Map(folds).set(line.id, isOpen))
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.altKey) return
    const isMoved = moveByKey(event.key)
    if (!isMoved && !(active?.kind === 'step' && act(event, active))) return
    event.preventDefault()
  }
  function moveByKey(key: string): boolean {
    if (key === 'ArrowDown') moveTo(activeAt + 1, 1)
    else if (key === 'ArrowUp') moveTo(activeAt - 1, -1)
    else if (key === 'Home') moveTo(0, 1)
    else if (key === 'End') moveTo(lines.length - 1, -1)
    else if (key === 'PageDown') moveTo(activeAt + 15, 1)
    else if (key === 'PageUp') moveTo(activeAt - 15, -1)
    else return false
    return true
  }
  function act(event: KeyboardEvent, line: StepLine): boolean {
    const { row, step } = line
    const place = { row, step }
    const hasMod = event.ctrlKey || event.metaKey
    if (event.key === 'Enter') props.onOpen(row.path, step.from, hasMod)
    else if (hasMod) return false
    else if (event.key === ' ' && step.box !== null) props.onTick(place, !isSettledOn(step, today))
    else if (event.key === 'ArrowRight' && line.isOpen === false) fold(line, true)
    else if (event.key === 'ArrowLeft' && line.isOpen === true) fold(line, false)
    else if (event.key === 'd') props.onPickDay(place)
    else if (event.key === 's') props.onSetDay(place, addDays(today, 1))
    else if (event.key === 'f') agenda.toggleFilters()
    else if (event.key === 'c' && (step.dateFrom === 'prose' || step.isCorrected))
      props.onCorrect(place, 'another-day')
    else if (event.key === 'b' && step.box === null) props.onGiveBox(place)
    else return false
    return true
  }

  if (answer !== null && lines.length === 0) {
    return isNarrowed(filter) ? (
      <EmptyState title="Nothing like that is open">
        {`No step ${narrowedTo(filter)}. ${hiddenWords(answer.counts)}`}
        <div className="acts">
          <button type="button" className="btn" onClick={() => agenda.clearFilters()}>
            Clear the filters
          </button>
        </div>
      </EmptyState>
    ) : (
      <EmptyState title="Nothing is waiting for you">
        Boxes in your entries, and steps under “next steps”, stand here with their dates.
      </EmptyState>
    )
  }
  return (
    <div
      ref={scroller}
      className="agenda-list"
      role="tree"
      aria-label="Steps"
      tabIndex={0}
      aria-activedescendant={
        active !== undefined && items.some(({ index }) => index === activeAt)
          ? elementId(active.id)
          : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          return (
            <div
              key={item.key}
              id={elementId(line.id)}
              ref={virtual.measureElement}
              data-index={item.index}
              data-active={item.index === activeAt}
              className={line.kind === 'group' ? 'agenda-group' : 'agenda-step'}
              role="treeitem"
              aria-level={line.kind === 'group' ? 1 : line.depth + 2}
              aria-expanded={line.kind === 'step' ? (line.isOpen ?? undefined) : true}
              aria-selected={item.index === activeAt}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.kind === 'group' ? (
                <GroupHead line={line} {...props} />
              ) : (
                <AgendaStepLine
                  {...props}
                  line={line}
                  today={today}
                  onFold={() => fold(line, line.isOpen !== true)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function GroupHead({
  line,
  agenda,
}: AgendaListProps & { readonly line: Extract<AgendaLine, { kind: 'group' }> }) {
  const { filter, today } = useStore(agenda)
  const { group, isFirst } = line
  const isLate = filter.grouping === 'date' && group.key === 'overdue'
  return (
    <div className={['gh', isLate ? 'late' : '', isFirst ? 'first' : ''].filter(Boolean).join(' ')}>
      <span className="cut">{groupName(group, filter.grouping)}</span>
      <span className="n">{group.count.toLocaleString('en')}</span>
      <span className="r">{groupNote(group, filter.grouping, today)}</span>
    </div>
  )
}

/** What stays out of sight: nobody takes an empty list for an empty journal. */
function hiddenWords({ open, waiting }: AgendaCounts): string {
  const hidden = open + waiting
  if (hidden === 0) return 'Nothing else is open either.'
  return hidden === 1
    ? 'The one that is open is hidden by this.'
    : `${hidden.toLocaleString('en')} others are hidden by this.`
}

/** Rows of the answer that the lines up to this one show. */
function countRoots(lines: readonly AgendaLine[], last: number): number {
  let count = 0
  for (let at = 0; at <= last; at += 1) {
    const line = lines[at]
    if (line?.kind === 'step' && line.depth === 0) count += 1
  }
  return count
}

function elementId(line: string): string {
  return `agenda ${line}`.replaceAll(/\s/g, '_')
}
