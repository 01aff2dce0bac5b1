import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { eventChannel, requestChannel } from '../shared/contract/journal-api.ts'
import { eventNames, requestNames } from '../shared/contract/names.ts'

/*
 * All that the page ever sees of the rest: `window.cairn`, whose type is `JournalApi`. One function per name of the
 * contract, none of which takes a channel, so nothing outside the contract can be asked for.
 */

const api: Record<string, unknown> = {}

for (const name of requestNames) {
  api[name] = (input: unknown) => ipcRenderer.invoke(requestChannel(name), input)
}

for (const name of eventNames) {
  api[`on${name.charAt(0).toUpperCase()}${name.slice(1)}`] = (listener: (payload: unknown) => void) => {
    // Electron's event object stays here: it would hand the page the channel itself.
    const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
    ipcRenderer.on(eventChannel(name), forward)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), forward)
    }
  }
}

contextBridge.exposeInMainWorld('cairn', api)
