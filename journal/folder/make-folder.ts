import { mkdir } from 'node:fs/promises'
import { succeed, type Outcome } from '../../shared/contract/errors.ts'
import { isFileError } from '../file-failure.ts'
import { resolveInside } from '../inside-path.ts'

/**
 * Makes a folder of the journal with the folders above it, step by step: a link on the way may lead outside, and then
 * nothing is made there. The journal's own folder is never made: when it is missing, its disk may only be unplugged.
 *
 * @param folder relative to the journal; '' is its top
 * @returns the real path of the folder
 */
export async function makeFolder(root: string, folder: string): Promise<Outcome<string>> {
  let place: Outcome<string> = succeed(root)
  let made = ''
  for (const segment of folder === '' ? [] : folder.split('/')) {
    made = made === '' ? segment : `${made}/${segment}`
    place = await resolveInside(root, made)
    if (!place.ok) return place
    await makeOne(place.value)
  }
  return place
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (!isFileError(error) || error.code !== 'EEXIST') throw error
  }
}
