import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isFileError, isMissing } from '../journal/file-failure.ts'

/**
 * Copies the sample journal to where it can be written in, once. What the user changed or deleted there stays so.
 *
 * File by file through plain reads: in the packaged app the source lies inside the archive.
 *
 * @returns `target`
 */
export async function copySampleJournal(source: string, target: string): Promise<string> {
  if (!(await exists(target))) await copyFolder(source, target)
  return target
}

async function copyFolder(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const item of await readdir(source, { withFileTypes: true })) {
    const from = path.join(source, item.name)
    const to = path.join(target, item.name)
    if (item.isDirectory()) await copyFolder(from, to)
    else await writeNew(to, await readFile(from))
  }
}

async function writeNew(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' })
  } catch (error) {
    if (!isFileError(error) || error.code !== 'EEXIST') throw error
  }
}

async function exists(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if (!isMissing(error)) throw error
    return false
  }
}
