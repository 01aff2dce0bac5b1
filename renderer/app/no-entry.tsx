import { useStore } from 'zustand'
import { AppNotices } from '../notices/app-notices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Keys } from '../ui/keys.tsx'
import { Note } from '../ui/note.tsx'
import type { AppProps } from './app-props.ts'
import { fileNameOf } from './navigation.ts'

/** The page while no entry is on it. */
export function NoEntry({ stores, run }: AppProps) {
  const { opening, failure } = useStore(stores.openEntry)
  const { isListed, arranged, error } = useStore(stores.entries)
  return (
    <>
      <div className="notices">
        <AppNotices notices={stores.notices} />
        {error ? <Note tone="bad" title="The folder could not be read." detail={error.message} /> : null}
        {failure ? (
          <Note
            tone="bad"
            title={`${fileNameOf(failure.path)} could not be opened.`}
            detail={failure.error.message}
          />
        ) : null}
      </div>
      <div className="middle" data-region="text">
        {isListed && opening === null ? (
          <EmptyState title={arranged.total === 0 ? 'A page for today' : 'No entry is open'}>
            {arranged.total === 0
              ? 'Cairn writes one file for each day, in this folder.'
              : 'Choose one at the left, or write about today.'}
            <div className="acts">
              <button type="button" className="btn pri" onClick={() => run('open-today')}>
                Write today’s entry <Keys keys="Mod-n" />
              </button>
            </div>
          </EmptyState>
        ) : null}
      </div>
    </>
  )
}
