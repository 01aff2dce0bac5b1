import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import { readAddress } from './ipc.ts'

const openable: readonly string[] = ['http:', 'https:', 'mailto:']

/**
 * Hands a link to the system's browser or mail program, if it is one of those.
 *
 * Anything else (`javascript:`, `file:`, `smb:`, a program's own scheme) could run or read something on the machine,
 * and a link in an entry may have been pasted from anywhere.
 *
 * @param url as it came from the window: not trusted to be anything
 * @param open the system's own way; gets the address as parsed, so that what was judged is what is opened
 */
export async function openLink(
  url: unknown,
  open: (address: string) => Promise<void>,
): Promise<Outcome<undefined>> {
  const address = typeof url === 'string' ? readAddress(url.trim()) : null
  if (address === null || !openable.includes(address.protocol)) {
    return fail('invalid-input', 'Cairn opens links to the web and to mail addresses only.')
  }
  try {
    await open(address.toString())
    return succeed(undefined)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return fail('unexpected', 'The system has no program that opens this link.')
  }
}
