import { access, constants } from 'node:fs/promises'
import { isFileError } from '../file-failure.ts'

/** True when this user may write the file, or make files in the folder. False also when it is missing. */
export function canWrite(place: string): Promise<boolean> {
  return isAllowed(place, constants.W_OK)
}

/** True when this user may list the folder and reach what is in it. */
export function canRead(folder: string): Promise<boolean> {
  return isAllowed(folder, constants.R_OK | constants.X_OK)
}

async function isAllowed(place: string, mode: number): Promise<boolean> {
  try {
    await access(place, mode)
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    return false
  }
}
