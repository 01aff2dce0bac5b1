import { Star } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { resourceStatuses, type ResourceStatus } from '../../shared/entry/summary.ts'
import { Icon } from '../ui/icon.tsx'
import { Segment } from '../ui/segment.tsx'
import { LibraryDetail } from './library-detail.tsx'
import { LibraryList } from './library-list.tsx'
import type { LibraryProps } from './library-props.ts'
import { statusNames } from './library-words.ts'

interface LibraryPageProps extends LibraryProps {
  /** The title bar over the list. */
  readonly bar: ReactNode
  /** What stands over the detail: the window's buttons. */
  readonly end: ReactNode
}

/** Everything the entries link, and what for. */
export function LibraryPage({ bar, end, ...props }: LibraryPageProps) {
  const { library } = props
  const { answer, error, rows } = useStore(library.list)
  useEffect(() => {
    library.list.show()
    return () => library.list.hide()
  }, [library])
  const starred = rows.filter(({ isMustRead }) => isMustRead).length
  return (
    <div className="overview" data-region="text">
      <div className="overview-main">
        <h1 className="unseen">Resources</h1>
        {bar}
        <Filters library={library} />
        {error === null ? null : <p className="quiet">{error.message}</p>}
        <LibraryList {...props} />
        <footer className="status">
          <output>
            {answer === null
              ? ''
              : `${answer.total.toLocaleString('en')} ${answer.total === 1 ? 'resource' : 'resources'}`}
          </output>
          {starred > 0 ? <span>{`${starred} must-read`}</span> : null}
        </footer>
      </div>
      <aside className="overview-detail" aria-label="About this resource">
        {end === null ? null : (
          <div className="bar">
            <span className="grow" />
            {end}
          </div>
        )}
        <div className="scroll">
          <LibraryDetail {...props} />
        </div>
      </aside>
    </div>
  )
}

function Filters({ library }: Pick<LibraryProps, 'library'>) {
  const { filter, answer } = useStore(library.list)
  const counts = answer?.statuses
  const count = (status: ResourceStatus) =>
    counts === undefined ? '' : ` ${counts[status].toLocaleString('en')}`
  return (
    <search className="overview-filters">
      <Segment<ResourceStatus | 'any'>
        label="Status"
        choices={[
          { value: 'any', label: 'All' },
          ...resourceStatuses.map((value) => ({ value, label: statusNames[value] + count(value) })),
        ]}
        value={filter.status === null || filter.status === 'none' ? 'any' : filter.status}
        onChoose={(status) => library.list.setFilter({ status: status === 'any' ? null : status })}
      />
      <button
        type="button"
        className={filter.isMustRead ? 'btn ghost on' : 'btn ghost'}
        aria-pressed={filter.isMustRead}
        onClick={() => library.list.setFilter({ isMustRead: !filter.isMustRead })}
      >
        <Icon of={Star} size={14} /> Must-read
      </button>
      <span className="grow" />
      <input
        className="in"
        type="search"
        aria-label="Filter resources"
        placeholder="Filter"
        value={filter.text}
        onChange={(event) => library.list.setFilter({ text: event.currentTarget.value })}
      />
    </search>
  )
}
