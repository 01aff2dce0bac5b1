import type { VerifyResult } from './verify-folder.ts'

/** The result for reading: a line for each file that differs, then the sum. */
export function writeVerifyReport(result: VerifyResult): string {
  const lines = result.failures.map(({ path, line, reason }) => `${path}:${line}: ${reason}`)
  const readOnly = result.readOnly > 0 ? ` (${result.readOnly} not UTF-8, shown and never written)` : ''
  lines.push(`${result.identical} of ${result.files} files come back byte for byte${readOnly}`)
  return lines.join('\n')
}
