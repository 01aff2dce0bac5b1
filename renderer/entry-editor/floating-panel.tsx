import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'

/** A rectangle of the window, CSS px. */
export interface Anchor {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface FloatingPanelProps {
  /** What it belongs to, measured when it is placed. Null closes nothing, but leaves it where it is. */
  readonly readAnchor: () => Anchor | null
  readonly side: 'above' | 'below' | 'over'
  readonly className: string
  readonly label: string
  readonly kind: 'dialog' | 'toolbar' | 'tooltip' | 'group'
  /** Escape, or a press outside. */
  readonly onClose: (reason: 'escape' | 'outside') => void
  readonly children: ReactNode
}

const GAP = 6
const EDGE = 8

/**
 * A panel over the sheet, beside what it belongs to.
 *
 * It stands inside the sheet and so scrolls with the text; nothing has to follow the scrolling. It lies outside of
 * the editable root: what is typed in its fields is no typing in the entry.
 */
export function FloatingPanel(props: FloatingPanelProps): ReactNode {
  const { readAnchor, side, className, label, kind, onClose, children } = props
  const panelRef = useRef<HTMLDivElement>(null)
  const latestClose = useRef(onClose)
  useEffect(() => {
    latestClose.current = onClose
  })

  useLayoutEffect(() => {
    const panel = panelRef.current
    const anchor = readAnchor()
    if (panel !== null && anchor !== null) placePanel(panel, anchor, side)
  })

  useEffect(() => {
    const panel = panelRef.current
    return panel === null ? undefined : registerClosing(panel, (reason) => latestClose.current(reason))
  }, [])

  return (
    <div ref={panelRef} className={`entry-float ${className}`} role={kind} aria-label={label}>
      {children}
    </div>
  )
}

function registerClosing(panel: HTMLElement, close: FloatingPanelProps['onClose']): () => void {
  function closeOutside(event: PointerEvent): void {
    const target = event.target
    // Menus of the panel are drawn at the end of the document: pressing there is pressing in the panel.
    const isInside =
      target instanceof Element && (panel.contains(target) || target.closest('.float') !== null)
    if (!isInside) close('outside')
  }
  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close('escape')
  }
  panel.addEventListener('keydown', closeOnEscape)
  document.addEventListener('pointerdown', closeOutside, true)
  return () => {
    panel.removeEventListener('keydown', closeOnEscape)
    document.removeEventListener('pointerdown', closeOutside, true)
  }
}

function placePanel(panel: HTMLElement, anchor: Anchor, side: FloatingPanelProps['side']): void {
  const sheet = panel.offsetParent ?? document.body
  const page = sheet.closest('.entry-page') ?? document.documentElement
  const sheetBox = sheet.getBoundingClientRect()
  const pageBox = page.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const above = anchor.top - height - GAP
  const below = anchor.bottom + GAP
  const hasRoomAbove = above >= pageBox.top + EDGE
  const hasRoomBelow = below + height <= pageBox.bottom - EDGE
  const isAbove =
    side === 'above' ? hasRoomAbove || !hasRoomBelow : side === 'below' && !hasRoomBelow && hasRoomAbove
  const top = side === 'over' ? anchor.top : isAbove ? above : below
  const left = Math.min(
    Math.max(anchor.left, pageBox.left + EDGE),
    pageBox.left + page.clientWidth - EDGE - width,
  )
  panel.style.left = `${Math.round(left - sheetBox.left)}px`
  panel.style.top = `${Math.round(top - sheetBox.top)}px`
}
