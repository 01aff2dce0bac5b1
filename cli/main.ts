import { parseArgs } from 'node:util'
import { version } from '../package.json'
import { verifyFolder } from './verify-folder.ts'
import { writeVerifyReport } from './verify-report.ts'

const help = `cairn ${version}: the journal from the terminal

  cairn verify <folder> [--edits N] [--seed S] [--json]
      proves that opening and saving each Markdown file gives the same bytes; with --edits also makes N random
      edits in each, in memory, and proves that a save writes what was meant and nothing else, and that undo
      gives the bytes back. Writes nothing into the folder. Exit code 1 when a file fails.
  cairn help
      this text
`

void run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode
})

/** @returns the exit code: 0 all well, 1 something is wrong with the files, 2 the command was not understood */
async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args
  if (verb === undefined || verb === 'help' || verb === '--help') return say(help)
  if (verb === 'verify') return verify(rest)
  console.error(`There is no “cairn ${verb}”.\n\n${help}`)
  return 2
}

async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      edits: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) {
    console.error('Which folder? cairn verify <folder>')
    return 2
  }
  const [edits, seed] = [Number(values.edits), Number(values.seed)]
  if (!Number.isInteger(edits) || edits < 0 || !Number.isInteger(seed)) {
    console.error('--edits and --seed take whole numbers')
    return 2
  }
  const onProgress = (progress: { readonly done: number; readonly total: number }): void => {
    if (!values.json && process.stderr.isTTY) process.stderr.write(`\r${progress.done} of ${progress.total} `)
  }
  const result = await verifyFolder(folder, { edits, seed, onProgress })
  if (!result.ok) {
    console.error(result.error.message)
    return 2
  }
  console.log(values.json ? JSON.stringify(result.value) : writeVerifyReport(result.value))
  return result.value.failures.length === 0 ? 0 : 1
}

function say(text: string): number {
  console.log(text)
  return 0
}
