import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { ProgramRow } from '../../shared/contract/facts.ts'
import { dayCount } from '../../shared/entry/iso-day.ts'
import { programStatuses, type IsoDay, type ProgramStatus } from '../../shared/entry/summary.ts'
import { shortDay } from '../state/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import type { AgendaProps } from './agenda-props.ts'
import { DayDialog } from './day-dialog.tsx'

const statusNames: Readonly<Record<ProgramStatus, string>> = {
  thinking: 'Thinking',
  preparing: 'Writing',
  applied: 'Applied',
  interview: 'Interview',
  offer: 'Offer',
  declined: 'Declined',
  closed: 'Closed',
}
/** How full the dot before a status is. */
const statusMarks: Readonly<Record<ProgramStatus, string>> = {
  thinking: '',
  preparing: 'half',
  applied: 'wait',
  interview: 'wait',
  offer: 'full',
  declined: '',
  closed: '',
}

/** Research programs as the entries name them. What is missing is a question to answer, and the answer goes into the line. */
export function ProgramsPanel(props: AgendaProps) {
  const { agenda, isFullTimeFolded, onFoldFullTime, onSetDeadline } = props
  const { programs, today } = useStore(agenda)
  const [asked, setAsked] = useState<ProgramRow | null>(null)
  const [isUnfolded, setUnfolded] = useState(false)
  const inLine = isFullTimeFolded ? programs.filter(({ program }) => !program.isFullTime) : programs
  const folded = isFullTimeFolded ? programs.filter(({ program }) => program.isFullTime) : []
  const lineOf = (row: ProgramRow) => (
    <ProgramLine
      key={`${row.path} ${row.program.span.from}`}
      {...props}
      row={row}
      today={today}
      onAsk={() => setAsked(row)}
    />
  )
  return (
    <section aria-label="Programs" className="programs">
      <div className="gh bare">
        Programs <span className="n">{programs.length}</span>
        <label className="r full-time">
          <input
            type="checkbox"
            className="cb"
            checked={!isFullTimeFolded}
            onChange={(event) => onFoldFullTime(!event.currentTarget.checked)}
          />
          full-time too
        </label>
      </div>
      {programs.length === 0 ? (
        <p className="quiet">
          A line such as “[Name](link) (part-time, London)” under a heading “research programs” stands here.
        </p>
      ) : (
        <table className="tbl">
          <thead>
            <tr>
              <th>Program</th>
              <th>Format</th>
              <th>Place</th>
              <th>Deadline</th>
              <th>Status</th>
            </tr>
          </thead>
          <tbody>
            {inLine.map(lineOf)}
            {folded.length === 0 ? null : (
              <FoldLine count={folded.length} isOpen={isUnfolded} onToggle={() => setUnfolded(!isUnfolded)} />
            )}
            {isUnfolded ? folded.map(lineOf) : null}
          </tbody>
        </table>
      )}
      <MissingDeadlines programs={isUnfolded ? programs : inLine} />
      {asked === null ? null : (
        <DayDialog
          title={`Deadline of ${asked.program.name}`}
          day={asked.program.deadline === 'rolling' ? null : asked.program.deadline}
          today={today}
          onChoose={(day) => (day === null ? undefined : onSetDeadline(asked, day))}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

interface FoldLineProps {
  readonly count: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Folded away, not gone: someone with a job may still want to see them once. */
function FoldLine({ count, isOpen, onToggle }: FoldLineProps) {
  return (
    <tr className="folded">
      <td colSpan={5}>
        <button type="button" className="tx" aria-expanded={isOpen} onClick={onToggle}>
          <Icon of={isOpen ? ChevronDown : ChevronRight} size={12} />
          {count === 1 ? '1 full-time program' : `${count} full-time programs`}
        </button>
      </td>
    </tr>
  )
}

function MissingDeadlines({ programs }: { readonly programs: readonly ProgramRow[] }) {
  const missing = programs.filter(
    ({ program }) => program.deadline === null && !isOver(program.status),
  ).length
  if (missing === 0) return null
  return (
    <p className="quiet">
      {missing === 1 ? 'One program has no deadline yet.' : `${missing} programs have no deadline yet.`}
    </p>
  )
}

function isOver(status: ProgramStatus | null): boolean {
  return status === 'declined' || status === 'closed'
}

interface ProgramLineProps extends AgendaProps {
  readonly row: ProgramRow
  readonly today: IsoDay
  readonly onAsk: () => void
}

function ProgramLine({ row, today, onAsk, onOpen, onSetStatus }: ProgramLineProps) {
  const { program } = row
  const formats = program.formats.filter((format) => format !== 'in-person' || program.formats.length === 1)
  return (
    <>
      <tr>
        <td>
          <button
            type="button"
            className="tx cut"
            title="Open at its place"
            onClick={() => onOpen(row.path, program.span.from, false)}
          >
            {program.name}
          </button>
        </td>
        <td title={[...program.formats, program.hours ?? ''].join(', ')}>
          {formats.join(', ') || program.hours || ''}
        </td>
        <td title={program.places.join(', ')}>{program.places.join(', ')}</td>
        <td>
          <Deadline program={program} today={today} onAsk={onAsk} />
        </td>
        <td>
          <Menu
            label={`Status of ${program.name}`}
            entries={programStatuses.map((status) => ({
              kind: 'item',
              label: statusNames[status],
              isChosen: status === program.status,
              onChoose: () => onSetStatus(row, status),
            }))}
            trigger={
              <button
                type="button"
                className={`st ${program.status === null ? '' : statusMarks[program.status]}`}
              >
                {program.status === null ? 'Set' : statusNames[program.status]}
              </button>
            }
          />
        </td>
      </tr>
      {program.nextStep === null ? null : (
        <tr className="next">
          <td colSpan={5}>{program.nextStep}</td>
        </tr>
      )}
    </>
  )
}

/** Days ahead that count as soon. */
const soonDays = 14

function Deadline({
  program,
  today,
  onAsk,
}: {
  readonly program: ProgramRow['program']
  readonly today: IsoDay
  readonly onAsk: () => void
}) {
  const { deadline, status } = program
  if (deadline === 'rolling') return <>rolling</>
  if (deadline === null) {
    return (
      <button type="button" className="lk" onClick={onAsk}>
        Add a date
      </button>
    )
  }
  const ahead = dayCount(deadline) - dayCount(today)
  const isOpen = status === null || status === 'thinking' || status === 'preparing'
  const words =
    isOpen && ahead >= 0 && ahead <= soonDays
      ? `${shortDay(deadline, today)}, ${ahead} days`
      : shortDay(deadline, today)
  return (
    <button
      type="button"
      className={`tx ${isOpen && ahead < 0 ? 'late' : isOpen && ahead <= soonDays ? 'soon' : ''}`}
      onClick={onAsk}
    >
      {words}
    </button>
  )
}
