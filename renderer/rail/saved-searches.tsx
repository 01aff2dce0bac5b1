import { Ellipsis, Pencil, Search, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { savedSearchesPath, type SavedSearch } from '../../shared/search/saved-searches.ts'
import type { SavedSearchesStore } from '../state/saved-searches.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import './saved-searches.css'

export interface SavedSearchesProps {
  readonly saved: SavedSearchesStore
  readonly onRun: (query: string) => void
  /** Gives why it could not be renamed, or null. */
  readonly onRename: (name: string, newName: string) => Promise<string | null>
  readonly onRemove: (search: SavedSearch) => void
}

/**
 * The saved searches, each with its number of hits. Arrows move, Enter runs, F2 renames, Delete removes; the menu at
 * the row's end has the same.
 */
export function SavedSearches({ saved, onRun, onRename, onRemove }: SavedSearchesProps) {
  const { searches, broken, counts } = useStore(saved)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  if (searches.length === 0 && broken.length === 0) return null
  const reachable = searches.some(({ name }) => name === current) ? current : searches[0]?.name

  function focusRow(at: number) {
    const rows = list.current?.querySelectorAll<HTMLElement>('.saved')
    rows?.[Math.min(rows.length - 1, Math.max(0, at))]?.focus()
  }
  function onKeyDown(event: KeyboardEvent, search: SavedSearch, at: number) {
    if (event.key === 'ArrowDown') focusRow(at + 1)
    else if (event.key === 'ArrowUp') focusRow(at - 1)
    else if (event.key === 'Home') focusRow(0)
    else if (event.key === 'End') focusRow(searches.length - 1)
    else if (event.key === 'F2') setRenaming(search.name)
    else if (event.key === 'Delete') {
      focusRow(at === 0 ? 1 : at - 1)
      onRemove(search)
    } else return
    event.preventDefault()
  }

  return (
    <section className="rail-searches" aria-label="Saved searches" data-own-keys="rename-entry">
      <div className="cap">Searches</div>
      <ul ref={list}>
        {searches.map((search, at) => (
          <li key={search.name}>
            {renaming === search.name ? (
              <RenameField
                name={search.name}
                onRename={onRename}
                onDone={(name) => {
                  setRenaming(null)
                  setCurrent(name)
                  requestAnimationFrame(() => focusRow(at))
                }}
              />
            ) : (
              <SavedRow
                search={search}
                count={counts.get(search.query) ?? null}
                isReachable={search.name === reachable}
                onFocus={() => setCurrent(search.name)}
                onKeyDown={(event) => onKeyDown(event, search, at)}
                onRun={() => onRun(search.query)}
                onRename={() => setRenaming(search.name)}
                onRemove={() => onRemove(search)}
              />
            )}
          </li>
        ))}
      </ul>
      {broken.length > 0 ? <BrokenLines broken={broken} /> : null}
    </section>
  )
}

interface SavedRowProps {
  readonly search: SavedSearch
  readonly count: number | null
  readonly isReachable: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onRun: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

function SavedRow({
  search,
  count,
  isReachable,
  onFocus,
  onKeyDown,
  onRun,
  onRename,
  onRemove,
}: SavedRowProps) {
  const row = useRef<HTMLDivElement>(null)
  return (
    // The menu of a row also opens where context menus do: right click, and the menu key.
    <div
      ref={row}
      className="saved-row"
      role="presentation"
      onContextMenu={(event) => {
        event.preventDefault()
        row.current?.querySelector<HTMLElement>('.ib')?.click()
      }}
    >
      <button
        type="button"
        className="saved"
        title={search.name === search.query ? search.query : `${search.name}: ${search.query}`}
        tabIndex={isReachable ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onRun}
      >
        <Icon of={Search} size={14} />
        <span className="cut">{search.name}</span>
        {count === null ? null : (
          <span className="n">
            {count.toLocaleString('en')}
            <span className="unseen">{count === 1 ? ' result' : ' results'}</span>
          </span>
        )}
      </button>
      <Menu
        label={`Saved search ${search.name}`}
        side="right"
        align="start"
        entries={[
          { kind: 'item', label: 'Rename', icon: Pencil, keys: 'F2', onChoose: onRename },
          { kind: 'item', label: 'Remove', icon: Trash2, keys: 'Delete', onChoose: onRemove },
        ]}
        trigger={
          <IconButton
            icon={Ellipsis}
            isSmall
            iconSize={14}
            tabIndex={-1}
            label={`More about “${search.name}”`}
          />
        }
      />
    </div>
  )
}

interface RenameFieldProps {
  readonly name: string
  readonly onRename: SavedSearchesProps['onRename']
  readonly onDone: (name: string) => void
}

/** The name, to be written over. Enter keeps it, Escape leaves it; so does going away from it. */
function RenameField({ name, onRename, onDone }: RenameFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  async function keep(newName: string) {
    const isSame = newName.trim() === '' || newName.trim() === name
    const failure = isSame ? null : await onRename(name, newName.trim())
    if (failure === null) onDone(isSame ? name : newName.trim())
    else setProblem(failure)
  }
  return (
    <>
      <input
        className="in"
        aria-label="Name of the search"
        aria-invalid={problem !== null}
        aria-describedby="saved-search-problem"
        autoComplete="off"
        defaultValue={name}
        ref={input}
        onBlur={() => onDone(name)}
        onChange={() => setProblem(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') void keep(event.currentTarget.value)
          else if (event.key === 'Escape') onDone(name)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <output id="saved-search-problem" className="late">
        {problem}
      </output>
    </>
  )
}

function BrokenLines({
  broken,
}: {
  readonly broken: readonly { readonly number: number; readonly text: string }[]
}) {
  const lines = broken.map(({ number }) => number).join(', ')
  return (
    <p className="saved-broken" title={broken.map(({ number, text }) => `${number}: ${text}`).join('\n')}>
      {broken.length === 1 ? 'Line' : 'Lines'} {lines} of {savedSearchesPath}{' '}
      {broken.length === 1 ? 'is' : 'are'} no search.
    </p>
  )
}
