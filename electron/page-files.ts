import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isInsidePath } from '../shared/entry/entry-path.ts'
import { contentPolicy } from './content-policy.ts'
import { readAddress } from './ipc.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/**
 * The file of the built page that an address of its scheme names, and its media type. Null for anything that is not
 * below `folder` or has an ending that the page has no use for.
 *
 * @param folder where the page was built to
 */
export function findPageFile(
  folder: string,
  address: string,
): { readonly file: string; readonly type: string } | null {
  const url = readAddress(address)
  if (url === null || url.host !== 'window') return null
  const relative = decodePath(url.pathname.slice(1))
  if (relative === null || !isInsidePath(relative)) return null
  const type = types[path.extname(relative)]
  return type === undefined ? null : { file: path.join(folder, ...relative.split('/')), type }
}

/** Answers a request for a file of the built page, with the content policy as a header of each. */
export async function answerPageFile(folder: string, address: string): Promise<Response> {
  const found = findPageFile(folder, address)
  if (found === null) return new Response(null, { status: 404 })
  try {
    const bytes = await readFile(found.file)
    return new Response(bytes, {
      headers: {
        'content-type': found.type,
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return new Response(null, { status: 404 })
  }
}

function decodePath(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return null
  }
}
