import type { VerifyFailure, VerifyResult } from './verify-folder.ts'

/** The result for programs. */
export type VerifySummary = Omit<VerifyResult, 'readOnly' | 'asSource' | 'refusals'>

/** The sums and the failures, and nothing else: what `--json` prints. */
export function summarise(result: VerifyResult): VerifySummary {
  const { files, identical, edits, exact, refused, silent, undone, failures } = result
  return { files, identical, edits, exact, refused, silent, undone, failures }
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
