import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Keys } from './keys.tsx'

interface HintProps {
  readonly text: string
  readonly keys?: string | null
  /** The one element that the hint explains; it gets the hint's listeners and ref. */
  readonly children: ReactElement
}

/** A hint that comes with the pointer and with keyboard focus: what the thing does, and its key. */
export function Hint({ text, keys, children }: HintProps) {
  return (
    <Tooltip.Root
      onOpenChange={(_isOpen, details) => {
        // A hint is never what Escape is meant for: the dialog or panel under it closes by the same key.
        if (details.reason === 'escape-key') details.allowPropagation()
      }}
    >
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className="float" sideOffset={6} collisionPadding={8}>
          {/* The button has this text as its name: a screen reader would say it twice. */}
          <Tooltip.Popup className="hint" aria-hidden="true">
            <span>{text}</span>
            {keys ? <Keys keys={keys} /> : null}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
