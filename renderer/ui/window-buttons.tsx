import { Minus, Square, X } from 'lucide-react'
import { IconButton } from './icon-button.tsx'
import './window-buttons.css'

interface WindowButtonsProps {
  readonly onControl: (verb: 'minimize' | 'maximize' | 'close') => void
}

/** The window's own buttons, where the system does not draw them over the title bar. */
export function WindowButtons({ onControl }: WindowButtonsProps) {
  return (
    <span className="win">
      <IconButton
        icon={Minus}
        iconSize={14}
        label="Minimise"
        tabIndex={-1}
        onClick={() => onControl('minimize')}
      />
      <IconButton
        icon={Square}
        iconSize={12}
        label="Maximise"
        tabIndex={-1}
        onClick={() => onControl('maximize')}
      />
      <IconButton
        icon={X}
        iconSize={14}
        label="Close window"
        tabIndex={-1}
        onClick={() => onControl('close')}
      />
    </span>
  )
}
