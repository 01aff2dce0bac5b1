import { parseArgs } from 'node:util'
import { version } from '../package.json'
import { verifyFolder } from './verify-folder.ts'
import { writeVerifyReport } from './verify-report.ts'

const help = `cairn ${version}: the journal from the terminal

  cairn verify <folder> [--json]   proves that opening and saving each Markdown file gives the same bytes;
                                   writes nothing into the folder; exit code 1 when one differs
  cairn help                       this text
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
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) {
    console.error('Which folder? cairn verify <folder>')
    return 2
  }
  const result = await verifyFolder(folder, (progress) => {
    if (!values.json && process.stderr.isTTY) process.stderr.write(`\r${progress.done} of ${progress.total}`)
  })
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
