import type { createMarkdownView } from './markdown-view.ts'

let loaded: typeof createMarkdownView | null = null

/** CodeMirror and its languages are a fifth of the page's script: compiling them would hold up every start. */
export async function loadMarkdownView(): Promise<void> {
  loaded ??= (await import('./markdown-view.ts')).createMarkdownView
}

/** What makes the Markdown view; null before it is loaded. */
export function loadedMarkdownView(): typeof createMarkdownView | null {
  return loaded
}
