import type { VerifyResult } from './verify-folder.ts'

/** The result for reading: a line for each failure, then the sums. */
export function writeVerifyReport(result: VerifyResult): string {
  const lines = result.failures.map(({ path, line, op, construct }) => `${path}:${line}: ${op}: ${construct}`)
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
