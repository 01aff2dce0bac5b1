import type { Outcome } from './errors.ts'
import type { EventName, EventPayload } from './events.ts'
import type { RequestInput, RequestName, RequestOutput } from './requests.ts'

/**
 * What the preload puts on `window.cairn`: one function per request, one `on…` per event that returns its own undo.
 * Nothing generic: a channel that is not in the contract cannot be named.
 */
export type JournalApi = {
  readonly [N in RequestName]: RequestInput<N> extends undefined
    ? () => Promise<Outcome<RequestOutput<N>>>
    : (input: RequestInput<N>) => Promise<Outcome<RequestOutput<N>>>
} & {
  readonly [N in EventName as `on${Capitalize<N>}`]: (
    listener: (payload: EventPayload<N>) => void,
  ) => () => void
}

/** IPC channel of a request. */
export function requestChannel(name: RequestName): string {
  return `cairn:request:${name}`
}

/** IPC channel of an event. */
export function eventChannel(name: EventName): string {
  return `cairn:event:${name}`
}
