import { pictureScheme } from '../shared/contract/picture-url.ts'
import { pageScheme } from './content-policy.ts'
import { isSameOrigin, readAddress } from './ipc.ts'

/** Addresses inside the browser that never leave the machine: developer tools, and pictures written into the page. */
const innerSchemes: readonly string[] = ['data:', 'blob:', 'devtools:', 'chrome-extension:']

/**
 * True for the requests that the window may make: its own page, the journal's pictures, and, while developing, the
 * server that builds the page. Everything else would be the network, and Cairn has no business there.
 *
 * @param developmentAddress address of that server, or null
 */
export function isAllowedRequest(address: string, developmentAddress: string | null): boolean {
  const url = readAddress(address)
  if (url === null) return false
  if (url.protocol === `${pageScheme}:` || url.protocol === `${pictureScheme}:`) return true
  if (innerSchemes.includes(url.protocol)) return true
  if (developmentAddress === null) return false
  return isSameOrigin(address.replace(/^ws:/, 'http:'), developmentAddress)
}
