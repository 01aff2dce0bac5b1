import type { Outcome } from '../shared/contract/errors.ts'
import { parseEntryPath, type EntryPath } from '../shared/entry/entry-path.ts'
import type { Picture } from '../journal/folder/find-picture.ts'
import { picturePolicy } from './content-policy.ts'
import { readAddress } from './ipc.ts'

/** Which picture an address made by `pictureUrl` means; null for any other address. */
export function readPictureAddress(
  address: string,
): { readonly from: EntryPath; readonly target: string } | null {
  const url = readAddress(address)
  const from = parseEntryPath(url?.searchParams.get('from') ?? '')
  const target = url?.searchParams.get('target') ?? ''
  return from === null || target === '' ? null : { from, target }
}

/**
 * Answers a request for a picture of the journal: 404 for what is missing, no picture, or outside the folder.
 *
 * @param readPicture looks in the open journal
 */
export async function answerPicture(
  address: string,
  readPicture: (from: EntryPath, target: string) => Promise<Outcome<Picture>>,
): Promise<Response> {
  const wanted = readPictureAddress(address)
  const picture = wanted === null ? null : await readPicture(wanted.from, wanted.target)
  if (picture === null || !picture.ok) return new Response(null, { status: 404 })
  return new Response(picture.value.bytes, {
    headers: {
      'content-type': picture.value.type,
      'content-security-policy': picturePolicy,
      'x-content-type-options': 'nosniff',
      // The author may draw it anew; the file is near.
      'cache-control': 'no-store',
    },
  })
}
