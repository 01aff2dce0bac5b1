import type { RunCommand } from './command-effects.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

/** What every part of the window is handed: the stores, ways to go somewhere, and commands. */
export interface AppProps {
  readonly stores: Stores
  readonly navigation: Navigation
  readonly run: RunCommand
}
