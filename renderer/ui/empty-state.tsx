import type { ReactNode } from 'react'
import { Logo } from './logo.tsx'

/** One serif line, and one sentence that says how it fills. */
export function EmptyState({
  title,
  hasLogo = true,
  children,
}: {
  readonly title: string
  readonly hasLogo?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="empty">
      {hasLogo ? <Logo /> : null}
      <b>{title}</b>
      {children}
    </div>
  )
}
