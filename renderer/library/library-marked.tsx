import { Copy, ExternalLink, Star } from 'lucide-react'
import { useStore } from 'zustand'
import { resourceStatuses, type ResourceStatus } from '../../shared/entry/summary.ts'
import { Icon } from '../ui/icon.tsx'
import { Segment } from '../ui/segment.tsx'
import type { LibraryProps } from './library-props.ts'
import { statusNames } from './library-words.ts'

/** What can be done with several resources at once. */
export function LibraryMarked({ library, onStar, onSetStatus, onCopy, onOpenLinks }: LibraryProps) {
  const keys = useStore(library.marked, (state) => state.keys)
  const all = useStore(library.list, (state) => state.rows)
  const rows = all.filter(({ key }) => keys.has(key))
  const statuses = new Set(rows.map(({ status }) => status))
  const areStarred = rows.every(({ isMustRead }) => isMustRead)
  return (
    <>
      <h2>{`${rows.length.toLocaleString('en')} resources`}</h2>
      <p className="by">Marked with Shift or Ctrl; Esc takes the marks away.</p>
      <div className="status-row">
        <Segment<ResourceStatus | ''>
          label="Status of all"
          choices={resourceStatuses.map((value) => ({ value, label: statusNames[value] }))}
          value={statuses.size === 1 ? (rows[0]?.status ?? '') : ''}
          onChoose={(status) => (status === '' ? undefined : onSetStatus(rows, status))}
        />
      </div>
      <div className="marked-actions">
        <button type="button" className="btn" onClick={() => onStar(rows, !areStarred)}>
          <Icon of={Star} size={14} /> {areStarred ? 'No must-read' : 'Must-read'}
        </button>
        <button type="button" className="btn" onClick={() => onCopy(rows)}>
          <Icon of={Copy} size={14} /> Copy as Markdown list
        </button>
        <button type="button" className="btn" onClick={() => onOpenLinks(rows)}>
          <Icon of={ExternalLink} size={14} /> Open all
        </button>
      </div>
      <ul className="marked-list">
        {rows.slice(0, 100).map(({ key, title }) => (
          <li key={key} className="cut">
            {title}
          </li>
        ))}
      </ul>
    </>
  )
}
