import { BookOpen, FolderClosed, FolderOpen, FolderPlus, X, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { JournalStore, RecentJournal } from '../state/journal.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { Note } from '../ui/note.tsx'
import { StonesDrawing } from './stones-drawing.tsx'
import './welcome.css'

interface WelcomeProps {
  readonly journal: JournalStore
  /** Own window buttons, where the system draws none. */
  readonly windowButtons: ReactNode
  /** What the app has to say before a journal is open: settings it could not read, a folder that is not there. */
  readonly notices: ReactNode
}

interface Door {
  readonly key: string
  readonly icon: LucideIcon
  readonly title: string
  readonly detail: string
  readonly open: () => Promise<void>
}

/** Before a journal is open: three doors with the keys 1 to 3, and the journals opened before. */
export function Welcome({ journal, windowButtons, notices }: WelcomeProps) {
  const { recents, isOpening, error } = useStore(journal)
  const first = useRef<HTMLButtonElement>(null)
  const doors: readonly Door[] = [
    {
      key: '1',
      icon: FolderPlus,
      title: 'Choose a folder',
      detail: 'New or empty is fine. Cairn writes one file for each day.',
      open: journal.choose,
    },
    {
      key: '2',
      icon: FolderOpen,
      title: 'Open an Obsidian or Hugo folder',
      detail: 'Front matter, embeds and links stay exactly as you typed them.',
      open: journal.choose,
    },
    {
      key: '3',
      icon: BookOpen,
      title: 'Start with a sample',
      detail: 'A small journal to look around in. Delete it when you like.',
      open: journal.openSample,
    },
  ]
  useDoorKeys(doors)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className="wel">
      <main className="wl">
        <div className="wbar">
          <Logo />
          <span>Cairn</span>
        </div>
        <div className="wc">
          {error ? (
            <Note tone="bad" title="The folder could not be opened." detail={error.message}>
              <button type="button" className="lk" onClick={journal.forgetError}>
                Close
              </button>
            </Note>
          ) : null}
          {notices}
          <h1>
            A journal for people
            <br />
            who are finding their way
          </h1>
          <p className="lead">
            Dated notes, the links you learn from, and what you said you would do next. Kept as plain Markdown
            files on this computer.
          </p>
          <div className="opts">
            {doors.map((door, at) => (
              <button
                key={door.key}
                ref={at === 0 ? first : undefined}
                type="button"
                className="opt"
                disabled={isOpening}
                onClick={() => void door.open()}
              >
                <Icon of={door.icon} />
                <span className="grow">
                  <b>{door.title}</b>
                  <span className="sub">{door.detail}</span>
                </span>
                <kbd>{door.key}</kbd>
              </button>
            ))}
          </div>
          <Recents recents={recents} journal={journal} />
          <p className="fine">No account. Nothing leaves this computer.</p>
        </div>
      </main>
      <div className="wr">
        <StonesDrawing />
      </div>
      <div className="bar corner">{windowButtons}</div>
    </div>
  )
}

function useDoorKeys(doors: readonly Door[]): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const door = doors.find(({ key }) => key === event.key)
      if (!door) return
      event.preventDefault()
      void door.open()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}

function Recents({
  recents,
  journal,
}: {
  readonly recents: readonly RecentJournal[]
  readonly journal: JournalStore
}) {
  if (recents.length === 0) return null
  return (
    <section className="recents" aria-label="Opened before">
      <h2>Opened before</h2>
      <ul>
        {recents.slice(0, 5).map((recent) => (
          <li key={recent.id}>
            <button
              type="button"
              className="go"
              title={recent.place}
              onClick={() => void journal.openRecent(recent.id)}
            >
              <Icon of={FolderClosed} size={14} />
              <b className="cut">{recent.name}</b>
              <span className="q cut">{recent.place}</span>
            </button>
            <IconButton
              icon={X}
              isSmall
              iconSize={14}
              label={`Forget ${recent.name}; the folder stays`}
              onClick={() => void journal.forgetRecent(recent.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
