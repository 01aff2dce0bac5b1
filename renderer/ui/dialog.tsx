import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { CSSProperties, ReactNode, RefObject } from 'react'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** Width in px. */
  readonly width: number
  readonly onClose: () => void
  /** What gets the focus when it opens; the first thing in it otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A dialog over the page. Esc closes it and the focus goes back to where it was. */
export function Dialog({ isOpen, title, width, onClose, initialFocus, footer, children }: DialogProps) {
  const style: CSSProperties = { width }
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="scrim" />
        <BaseDialog.Popup className="dlg" style={style} {...(initialFocus ? { initialFocus } : {})}>
          <header>
            <BaseDialog.Title>{title}</BaseDialog.Title>
            <span className="grow" />
            <BaseDialog.Close render={<IconButton icon={X} label="Close" keys="Esc" />} />
          </header>
          <div className="body">{children}</div>
          {footer ? <footer>{footer}</footer> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
