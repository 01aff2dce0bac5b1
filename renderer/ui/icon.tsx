import type { LucideIcon } from 'lucide-react'

/** A lucide icon at the sizes of the design: 16 px (12 and 14 where space is dense), stroke 1.5, colour of the text. */
export function Icon({ of: Shape, size = 16 }: { readonly of: LucideIcon; readonly size?: 12 | 14 | 16 }) {
  return <Shape size={size} strokeWidth={1.5} aria-hidden="true" />
}
