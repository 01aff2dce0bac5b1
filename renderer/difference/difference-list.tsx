import { useMemo, useState } from 'react'
import { compareLines, type DifferenceLine } from '../state/changed-lines.ts'
import { cutIntoHunks, markWords, type Hunk } from './hunks.ts'

interface DifferenceListProps {
  readonly before: string
  readonly after: string
  readonly isTheirs: boolean
}

/** More rows than these at once would make the dialog slow to open; the rest comes on request. */
const rowsAtOnce = 600

/** Removed lines over added ones, the changed words in them marked, unchanged stretches folded away. */
export function DifferenceList({ before, after, isTheirs }: DifferenceListProps) {
  const [limit, setLimit] = useState(rowsAtOnce)
  const hunks = useMemo(() => cutIntoHunks(compareLines(before, after)), [before, after])
  let room = limit
  const shown: { readonly hunk: Hunk; readonly lines: readonly DifferenceLine[] }[] = []
  for (const hunk of hunks) {
    if (room <= 0) break
    shown.push({ hunk, lines: hunk.lines.slice(0, room) })
    room -= hunk.lines.length
  }
  return (
    <div className={isTheirs ? 'diff theirs' : 'diff'}>
      {shown.map(({ hunk, lines }, at) => (
        <div key={at}>
          {hunk.skippedBefore > 0 ? <Gap count={hunk.skippedBefore} /> : null}
          {markWords(lines).map(({ line, marked }) => (
            <div key={`${line.before} ${line.after}`} className={`dl ${line.kind}`}>
              <span className="num">{line.before}</span>
              <span className="num">{line.after}</span>
              <span className="sign" aria-label={signNames[line.kind]}>
                {signs[line.kind]}
              </span>
              <p>
                {marked.map((part, index) =>
                  part.isChanged ? <mark key={index}>{part.text}</mark> : part.text,
                )}
                {line.text === '' ? ' ' : ''}
              </p>
            </div>
          ))}
        </div>
      ))}
      {room < 0 ? (
        <div className="dl-gap">
          <button type="button" className="lk" onClick={() => setLimit(limit + 10 * rowsAtOnce)}>
            Show more
          </button>
        </div>
      ) : null}
    </div>
  )
}

const signs = { same: '', removed: '−', added: '+' } as const
const signNames = { same: undefined, removed: 'removed', added: 'added' } as const

function Gap({ count }: { readonly count: number }) {
  return (
    <div className="dl-gap">
      <span>{count === 1 ? '1 line as it was' : `${count.toLocaleString('en')} lines as they were`}</span>
    </div>
  )
}
