import type { SaveState, WorkingCopyState } from '../state/working-copy.ts'

/** One line for each way the text can stand to its file. */
export function describeSave(state: Pick<WorkingCopyState, 'save' | 'savedMs' | 'readOnly'>): {
  text: string
  tone: '' | 'unsaved' | 'failed'
} {
  if (state.readOnly !== null) return { text: 'Read-only', tone: '' }
  const { save } = state
  switch (save.kind) {
    case 'clean':
      return { text: `Saved ${clockTime(state.savedMs)}`, tone: '' }
    case 'dirty':
    // A word of its own would flash for an instant, and each change on the page costs a frame, long ones in long entries.
    case 'saving':
      return { text: 'Not saved yet', tone: 'unsaved' }
    case 'failed':
      return { text: `Not saved: ${save.error.message}`, tone: 'failed' }
    case 'conflict':
      return { text: 'Not saved, waiting for you', tone: 'unsaved' }
    case 'gone':
      return { text: 'Not saved: the file is gone', tone: 'failed' }
    default:
      return unknownState(save)
  }
}

function unknownState(save: never): never {
  throw new Error(`unknown save state ${JSON.stringify(save satisfies SaveState)}`)
}

/** `10:42` today, with the day when it was written on another: `20 Sep 10:42`. */
function clockTime(ms: number): string {
  const at = new Date(ms)
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
  if (at.toDateString() === new Date().toDateString()) return time
  const year = at.getFullYear() === new Date().getFullYear() ? '' : ` ${at.getFullYear()}`
  return `${at.getDate()} ${at.toLocaleString('en', { month: 'short' })}${year}, ${time}`
}
