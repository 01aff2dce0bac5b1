import { ArrowLeft, ArrowRight, Bookmark, Ellipsis, PanelRight, SquareCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { entryFolder, type EntryPath } from '../../shared/entry/entry-path.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Segment } from '../ui/segment.tsx'
import type { RunCommand } from './command-effects.ts'
import { moreMenu } from './more-menu.ts'
import { fileNameOf } from './navigation.ts'
import { useActiveSummary } from './use-active-summary.ts'
import { useCounts } from './use-counts.ts'
import type { Stores } from './stores.ts'

interface TitleBarProps {
  readonly stores: Stores
  readonly run: RunCommand
  readonly path: EntryPath | null
  /** What stands there instead of an entry. */
  readonly title?: string
  readonly mode: 'text' | 'markdown'
  /** A text that is too large for rich text stays Markdown. */
  readonly isModeFixed: boolean
  /** What stands at its right end: window buttons, when no sidebar carries them. */
  readonly end: ReactNode
  /** What an overview has to choose from. */
  readonly children?: ReactNode
}

/** Back and forward, where the entry is, how it is shown, and the two counts when the sidebar is a drawer. */
export function TitleBar({ stores, run, path, title, mode, isModeFixed, end, children }: TitleBarProps) {
  const { history, layout, openEntry } = stores
  const { steps, at } = useStore(history)
  const { widthClass, settings } = useStore(layout)
  return (
    <header className="bar">
      <IconButton
        icon={ArrowLeft}
        label="Back"
        keys={keysOf('go-back')}
        disabled={at <= 0}
        onClick={() => run('go-back')}
      />
      <IconButton
        icon={ArrowRight}
        label="Forward"
        keys={keysOf('go-forward')}
        disabled={at >= steps.length - 1}
        onClick={() => run('go-forward')}
      />
      {title === undefined ? (
        <Place stores={stores} path={path} />
      ) : (
        <span className="path">
          <b className="cut">{title}</b>
        </span>
      )}
      <span className="grow" />
      {children}
      {path ? (
        <>
          <Segment
            label="Shown as"
            choices={modes}
            value={mode}
            isDisabled={isModeFixed}
            onChoose={(chosen) => openEntry.setMode(chosen)}
          />
          {widthClass === 'wide' ? null : <Counts stores={stores} />}
          <Menu
            label="More"
            entries={moreMenu(run, settings.theme)}
            trigger={<IconButton icon={Ellipsis} label="More" />}
          />
        </>
      ) : null}
      {widthClass === 'wide' && !settings.isSidebarShown && path ? (
        <IconButton
          icon={PanelRight}
          label="Show sidebar"
          keys={keysOf('toggle-sidebar')}
          onClick={() => run('toggle-sidebar')}
        />
      ) : null}
      {end}
    </header>
  )
}

const modes = [
  { value: 'text', label: 'Text' },
  { value: 'markdown', label: 'Markdown' },
] as const

function Place({ stores, path }: { readonly stores: Stores; readonly path: EntryPath | null }) {
  const name = useStore(stores.journal, (state) => state.journal?.name ?? '')
  if (path === null) return <span className="path">{name}</span>
  const folders = entryFolder(path).split('/').filter(Boolean)
  return (
    <span className="path" title={path}>
      {[name, ...folders].map((folder, at) => (
        <FolderName key={at} name={folder} />
      ))}
      <b className="cut">{fileNameOf(path)}</b>
    </span>
  )
}

function FolderName({ name }: { readonly name: string }) {
  return (
    <>
      <span className="cut">{name}</span>
      <i>/</i>
    </>
  )
}

/** The sidebar in two numbers: links of the entry, and what is open in it. */
function Counts({ stores }: { readonly stores: Stores }) {
  const { links, open, late } = useCounts(useActiveSummary(stores))
  const isOpen = useStore(stores.layout, (state) => state.isDrawerOpen)
  const toggle = () => stores.layout.toggleSidebar()
  const className = isOpen ? 'btn ghost pill on' : 'btn ghost pill'
  const lateText = late > 0 ? `, ${late} late` : ''
  return (
    <>
      <button
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-label={`${links} resources`}
        title="Resources and actions"
        onClick={toggle}
      >
        <Icon of={Bookmark} size={14} />
        {links}
      </button>
      <button
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-label={`${open} open actions${lateText}`}
        title="Resources and actions"
        onClick={toggle}
      >
        <Icon of={SquareCheck} size={14} />
        {open}
        {late > 0 ? <span className="late">{late} late</span> : null}
      </button>
    </>
  )
}
