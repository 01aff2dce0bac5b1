import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { useStore } from 'zustand'
import { AppNotices } from '../notices/app-notices.tsx'
import { Welcome } from '../welcome/welcome.tsx'
import { WindowButtons } from '../ui/window-buttons.tsx'
import { DayQuestionHost } from './day-question-host.tsx'
import { Dialogs } from './dialogs.tsx'
import { PaletteHost } from './palette-host.tsx'
import { RenameHost } from './rename-host.tsx'
import { ReplaceHost } from './replace-host.tsx'
import { ReviewHost } from './review-host.tsx'
import { Workspace } from './workspace.tsx'
import type { AppProps } from './app-props.ts'
import './app.css'

/** The window: nothing until the main process has answered, then the welcome screen or the journal. */
export function App({ stores, navigation, run }: AppProps) {
  const { phase, hasWindowOverlay, platform } = useStore(stores.journal)
  const hasOwnButtons = !hasWindowOverlay && platform !== 'darwin'
  const control = (verb: 'minimize' | 'maximize' | 'close') => void stores.journalApi.controlWindow({ verb })
  const windowButtons = hasOwnButtons ? <WindowButtons onControl={control} /> : null
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={600}>
        {phase === 'welcome' ? (
          <Welcome
            journal={stores.journal}
            windowButtons={windowButtons}
            notices={<AppNotices notices={stores.notices} />}
          />
        ) : null}
        {phase === 'open' ? (
          <>
            <Workspace stores={stores} navigation={navigation} run={run} windowButtons={windowButtons} />
            <PaletteHost stores={stores} navigation={navigation} run={run} />
            <ReplaceHost stores={stores} />
            <RenameHost stores={stores} />
            <ReviewHost stores={stores} />
            <Dialogs stores={stores} navigation={navigation} />
            <DayQuestionHost stores={stores} />
          </>
        ) : null}
      </Tooltip.Provider>
    </CSPProvider>
  )
}
