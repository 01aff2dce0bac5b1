import type { VerifyFailure, VerifyResult } from './verify-folder.ts'

/** The result for programs: the sums and the failures, one JSON object on one line. */
export function writeVerifyJson(result: VerifyResult): string {
  const { files, identical, edits, exact, refused, silent, undone, failures } = result
  return JSON.stringify({ files, identical, edits, exact, refused, silent, undone, failures })
}

/** The result for reading: a line for each failure and each refusal, then the sums. */
export function writeVerifyReport(result: VerifyResult): string {
  const lines = [
    ...result.failures.map(describe),
    ...result.refusals.map((each) => `${describe(each)} (refused)`),
  ]
  const readOnly = result.readOnly > 0 ? ` (${result.readOnly} not UTF-8, shown and never written)` : ''
  lines.push(`${result.identical} of ${result.files} files come back byte for byte${readOnly}`)
  if (result.asSource > 0)
    lines.push(`${result.asSource} blocks are shown as source, because the editor cannot hold them`)
  if (result.edits > 0) {
    const { edits, exact, refused, silent, undone } = result
    lines.push(
      `${edits} edits: ${exact} exact, ${refused} refused and said so, ${silent} wrong; ${undone} undone`,
    )
  }
  return lines.join('\n')
}

function describe({ path, line, op, construct }: VerifyFailure): string {
  return `${path}:${line}: ${op}: ${construct}`
}
