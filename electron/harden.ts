import type { App, Session } from 'electron'
import { isAllowedRequest } from './allowed-requests.ts'
import { isSameOrigin } from './ipc.ts'

export interface HardenOptions {
  /** Address of our own page. */
  readonly pageAddress: string
  /** Address of the server that builds the page while developing, or null. */
  readonly developmentAddress: string | null
  /** Something was refused: one sentence for the log. */
  readonly onRefused: (what: string) => void
}

/** Leaves the page nowhere to go: no navigation, no further window, no `<webview>`, whatever the page asks for. */
export function refuseNavigation(app: App, options: HardenOptions): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, address) => {
      // A reload of our own page by the developer's server.
      if (options.developmentAddress !== null && isSameOrigin(address, options.pageAddress)) return
      event.preventDefault()
      options.onRefused(`refused to navigate to ${address}`)
    })
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame) return
      event.preventDefault()
      options.onRefused(`refused a frame of ${event.url}`)
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
      options.onRefused('refused a webview')
    })
    contents.setWindowOpenHandler(({ url }) => {
      options.onRefused(`refused a window of ${url}`)
      return { action: 'deny' }
    })
  })
}

/** The page may write to the clipboard when the user presses a copy button; nothing else that needs to be asked for. */
const allowedPermission = 'clipboard-sanitized-write'

/**
 * Keeps Chromium from fetching spelling dictionaries, which it does for the system's language as soon as a session
 * exists, past all that a session can refuse, and even when no window checks spelling. macOS has its own.
 */
export function refuseDictionaries(session: Session, platform: NodeJS.Platform): void {
  if (platform === 'darwin') return
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/**
 * Denies every permission and cancels every request that would leave the machine. Each one is written to the log as
 * `refused a request to …`, so that a test, or a suspicious user, can see that there was none.
 */
export function hardenSession(session: Session, options: HardenOptions): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === allowedPermission && isSameOrigin(details.requestingUrl, options.pageAddress))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === allowedPermission && isSameOrigin(origin, options.pageAddress)
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isAllowedRequest(details.url, options.developmentAddress)
    if (!isAllowed) options.onRefused(`refused a request to ${details.url.slice(0, 200)}`)
    answer({ cancel: !isAllowed })
  })
}
