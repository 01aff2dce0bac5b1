import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import type { PaneName } from '../state/open-entry.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { AppProps } from './app-props.ts'
import { EntryPage } from './entry-page.tsx'
import { fileNameOf } from './navigation.ts'
import './panes.css'

/** The entries on the screen: one, or two side by side. The one with the focus is what commands and sidebar speak of. */
export function Panes(props: AppProps) {
  const { openEntry } = props.stores
  const panes = useStore(openEntry, (state) => state.panes)
  const active = useStore(openEntry, (state) => state.activePane)
  // Behind an overview the editors stay as they are: caret, scroll and undo are there when one comes back.
  const isHidden = useStore(props.stores.overview, (state) => state.shown !== null)
  return (
    <div className="panes" hidden={isHidden}>
      {panes.map(({ name, copy }, at) =>
        copy === null ? null : (
          <section
            key={name}
            className={name === active ? 'pane active' : 'pane'}
            aria-label={at === 0 ? 'Entry' : 'Entry beside'}
            onFocusCapture={() => openEntry.activate(name)}
            onPointerDownCapture={() => openEntry.activate(name)}
          >
            {panes.length > 1 ? <PaneHead {...props} pane={name} copy={copy} /> : null}
            <EntryPage {...props} copy={copy} pane={name} region={at === 0 ? 'text' : 'beside'} />
          </section>
        ),
      )}
    </div>
  )
}

interface PaneHeadProps extends AppProps {
  readonly pane: PaneName
  readonly copy: WorkingCopy
}

/** Which entry stands here, and the way to take it away. */
function PaneHead({ navigation, pane, copy }: PaneHeadProps) {
  const path = useStore(copy, (state) => state.path)
  return (
    <header className="pane-head" title={path}>
      <span className="cut">{fileNameOf(path)}</span>
      <IconButton
        icon={X}
        label={`Close ${fileNameOf(path)}`}
        keys={keysOf('close-pane')}
        onClick={() => navigation.closePane(pane)}
      />
    </header>
  )
}
