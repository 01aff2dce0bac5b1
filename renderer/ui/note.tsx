import { CircleAlert, CircleCheck, GitCompare, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type NoteTone = 'info' | 'warn' | 'bad' | 'ok'

interface NoteProps {
  readonly tone: NoteTone
  /** The fact, in one sentence. */
  readonly title: string
  /** What is safe, and what it means. */
  readonly detail?: ReactNode
  readonly isComparison?: boolean
  /** The ways out: buttons. */
  readonly children?: ReactNode
}

const icons: Readonly<Record<NoteTone, LucideIcon>> = {
  info: Info,
  warn: TriangleAlert,
  bad: CircleAlert,
  ok: CircleCheck,
}

/** A notice above the text. Only what needs an answer is announced at once; the rest politely. */
export function Note({ tone, title, detail, isComparison = false, children }: NoteProps) {
  return (
    <div
      className={tone === 'info' ? 'note' : `note ${tone}`}
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
    >
      <Icon of={isComparison ? GitCompare : icons[tone]} />
      <div className="grow">
        <b>{title}</b>
        {detail ? <p>{detail}</p> : null}
      </div>
      {children ? <div className="acts">{children}</div> : null}
    </div>
  )
}
