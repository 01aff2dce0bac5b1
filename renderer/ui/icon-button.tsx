import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Hint } from './hint.tsx'
import { Icon } from './icon.tsx'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
  readonly icon: LucideIcon
  /** Its name for the hint and for assistive technology. */
  readonly label: string
  readonly keys?: string | null
  readonly isSmall?: boolean
  readonly isOn?: boolean
  readonly iconSize?: 12 | 14 | 16
  readonly children?: ReactNode
}

/** A button that is only an icon: it always has a name, and a hint with its key. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    keys,
    isSmall = false,
    isOn = false,
    iconSize = 16,
    className,
    children,
    ...rest
  } = props
  const classes = ['ib', isSmall ? 'small' : '', isOn ? 'on' : '', className ?? ''].filter(Boolean).join(' ')
  return (
    <Hint text={label} keys={keys ?? null}>
      <button type="button" {...rest} className={classes} aria-label={label}>
        <Icon of={icon} size={iconSize} />
        {children}
      </button>
    </Hint>
  )
}
