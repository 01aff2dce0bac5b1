import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { disputedKeys } from '../state/library.ts'
import { LibraryDetail } from './library-detail.tsx'
import { LibraryFilters } from './library-filters.tsx'
import { LibraryList } from './library-list.tsx'
import { LibraryMarked } from './library-marked.tsx'
import type { LibraryProps } from './library-props.ts'
import { StatusPlaceDialog } from './status-place-dialog.tsx'
import './library.css'

interface LibraryPageProps extends LibraryProps {
  /** The title bar over the list. */
  readonly bar: ReactNode
  /** What stands over the detail: the window's buttons. */
  readonly end: ReactNode
}

/** Everything the entries link, and what for. */
export function LibraryPage({ bar, end, ...props }: LibraryPageProps) {
  const { library } = props
  const error = useStore(library.list, (state) => state.error)
  const isSeveral = useStore(library.marked, ({ keys }) => keys.size > 1)
  useEffect(() => {
    library.list.show()
    return () => library.list.hide()
  }, [library])
  return (
    <div className="overview library" data-region="text">
      <div className="overview-main">
        <h1 className="unseen">Resources</h1>
        {bar}
        <LibraryFilters library={library} />
        {error === null ? null : <p className="quiet">{error.message}</p>}
        <LibraryList {...props} />
        <Foot library={library} />
      </div>
      <aside className="overview-detail" aria-label="About this resource">
        {end === null ? null : (
          <div className="bar">
            <span className="grow" />
            {end}
          </div>
        )}
        <div className="scroll">
          {isSeveral ? <LibraryMarked {...props} /> : <LibraryDetail {...props} />}
        </div>
      </aside>
      <StatusPlaceDialog {...props} />
    </div>
  )
}

/** How many there are, and what entries say differently: shown alone when pressed. */
function Foot({ library }: Pick<LibraryProps, 'library'>) {
  const { answer, filter } = useStore(library.list)
  const disputed = useStore(library.whole, (whole) => disputedKeys(whole).length)
  return (
    <footer className="status">
      <output>{answer === null ? '' : nameResources(answer.total)}</output>
      {answer !== null && answer.mustRead > 0 ? <span>{`${answer.mustRead} must-read`}</span> : null}
      <span className="grow" />
      {disputed === 0 ? null : (
        <button
          type="button"
          className="lk soon"
          aria-pressed={filter.isDisputed}
          title="Resources that entries name under two addresses or titles, or star in one place and not in another"
          onClick={() => library.list.setFilter({ isDisputed: !filter.isDisputed })}
        >
          {filter.isDisputed ? 'Show all' : `${nameResources(disputed)} to settle`}
        </button>
      )}
    </footer>
  )
}

function nameResources(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'resource' : 'resources'}`
}
