import * as v from 'valibot'
import { fail, type Outcome } from '../shared/contract/errors.ts'
import { requestChannel } from '../shared/contract/journal-api.ts'
import { requestNames } from '../shared/contract/names.ts'
import {
  requests,
  type RequestName,
  type RequestOutput,
  type RequestParsedInput,
} from '../shared/contract/requests.ts'

/** What answers a request: one function per name of the contract, no more and no fewer. */
export type RequestHandlers = {
  readonly [N in RequestName]: (
    input: RequestParsedInput<N>,
  ) => Outcome<RequestOutput<N>> | Promise<Outcome<RequestOutput<N>>>
}

/** The part of Electron's `ipcMain` that is used, so that tests can stand in for it. */
export interface RequestReceiver<E> {
  handle(channel: string, listener: (event: E, ...input: unknown[]) => Promise<unknown>): void
  removeHandler(channel: string): void
}

export interface RequestOptions<E> {
  /** True when the message comes from our own window's own page. */
  readonly isTrustedSender: (event: E) => boolean
  /** Gets what no handler foresaw, with the request's name and never its content. */
  readonly onUnexpected: (name: RequestName, error: unknown) => void
  /** Also check what handlers answer: in development and tests, where a wrong answer is a bug to be seen. */
  readonly isOutputChecked: boolean
}

/**
 * Answers every request of the contract: sender, then schema, then the handler, and always an `Outcome`.
 *
 * Errors of Electron's own channel lose their class on the way to the window, so nothing is ever thrown across.
 *
 * @returns its own undo
 */
export function registerRequests<E>(
  receiver: RequestReceiver<E>,
  handlers: RequestHandlers,
  options: RequestOptions<E>,
): () => void {
  for (const name of requestNames) {
    receiver.handle(requestChannel(name), (event, input) => answer(name, event, input, handlers, options))
  }
  return () => {
    for (const name of requestNames) receiver.removeHandler(requestChannel(name))
  }
}

async function answer<E>(
  name: RequestName,
  event: E,
  input: unknown,
  handlers: RequestHandlers,
  options: RequestOptions<E>,
): Promise<Outcome<unknown>> {
  try {
    if (!options.isTrustedSender(event)) return fail('invalid-input', 'Only Cairn’s own window may ask.')
    const parsed = v.safeParse(requests[name].input, input)
    if (!parsed.success) return fail('invalid-input', `The request ${name} was not understood.`)
    // The parse above has made the input that of this name; the union of all handlers cannot say so.
    const handler = handlers[name] as (input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>
    const outcome = await handler(parsed.output)
    if (options.isOutputChecked && outcome.ok) v.parse(requests[name].output, outcome.value)
    return outcome
  } catch (error) {
    options.onUnexpected(name, error)
    return fail('unexpected', 'Something went wrong in Cairn itself. It was written to the log.')
  }
}

/** What is known of whoever sent a message. */
export interface Sender {
  readonly webContentsId: number
  /** Null when the frame is already gone. */
  readonly frame: { readonly url: string; readonly isMainFrame: boolean } | null
}

/**
 * True for the main frame of our window while it shows our page.
 *
 * A page that was navigated elsewhere, a frame inside it and any other window are foreign.
 *
 * @param pageAddress address our page is loaded from; only its origin counts
 */
export function isOwnPage(sender: Sender, windowId: number | null, pageAddress: string): boolean {
  if (sender.webContentsId !== windowId || sender.frame === null || !sender.frame.isMainFrame) return false
  return isSameOrigin(sender.frame.url, pageAddress)
}

/** True when both are addresses of one scheme, host and port. Custom schemes have no `origin`, so the parts count. */
export function isSameOrigin(address: string, other: string): boolean {
  const [first, second] = [readAddress(address), readAddress(other)]
  if (first === null || second === null) return false
  return first.protocol === second.protocol && first.host === second.host
}

/** Parses an address; null when it is none. */
export function readAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}
