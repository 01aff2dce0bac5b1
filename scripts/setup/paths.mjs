import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's top folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const nodeModules = path.join(root, 'node_modules')
/** Which Electron runs Cairn here: written by the set-up, read by start, dev, e2e, bench and pictures. */
export const runtimeFile = path.join(nodeModules, '.electron.json')
