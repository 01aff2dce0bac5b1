import { readFile } from 'node:fs/promises'
import { isFileError } from '../file-failure.ts'

/** What a JSON file of another program holds; undefined when it cannot be read, or is no JSON. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown
  } catch (error) {
    if (!isFileError(error) && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}
