import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { useStore } from 'zustand'
import { PaletteBody } from './palette-body.tsx'
import { readAsk } from './palette-groups.ts'
import type { PaletteProps } from './palette-props.ts'
import './palette.css'

/** Search over everything: a field, its list and, where there is room, what is behind the chosen row. */
export function Palette(props: PaletteProps) {
  const isOpen = useStore(props.search, (state) => state.isOpen)
  const ask = useStore(props.search, (state) => readAsk(state.text))
  const input = useRef<HTMLInputElement>(null)
  const isWide = props.hasPreview && (ask === 'search' || ask === 'nothing')
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : props.search.close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup
          className={isWide ? 'dlg pal wide' : 'dlg pal'}
          aria-label="Search"
          initialFocus={input}
        >
          <PaletteBody {...props} input={input} isWide={isWide} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
