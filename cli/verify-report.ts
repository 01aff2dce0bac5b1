import type { EditCounts, VerifyFailure, VerifyResult } from './verify-folder.ts'

/** The result for programs. */
export type VerifySummary = Omit<VerifyResult, 'readOnly' | 'asSource' | 'refusals'>

/** The sums, in all and by kind of edit, and the failures: what `--json` prints. */
export function summarise(result: VerifyResult): VerifySummary {
  const { files, identical, edits, exact, refused, silent, undone, failures, byOperation } = result
  return { files, identical, edits, exact, refused, silent, undone, failures, byOperation }
}

/** The result for reading: a line for each failure and each refusal, a table of the kinds of edit, then the sums. */
export function writeVerifyReport(result: VerifyResult): string {
  const lines = [
    ...result.failures.map(describe),
    ...result.refusals.map((each) => `${describe(each)} (refused)`),
    ...writeTable(result.byOperation),
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

/** A row for each kind of edit, in columns; nothing where no edit was made. */
function writeTable(byOperation: Readonly<Record<string, EditCounts>>): string[] {
  const kinds = Object.entries(byOperation)
  if (kinds.length === 0) return []
  const header = ['kind of edit', 'edits', 'exact', 'refused', 'wrong']
  const rows = kinds.map(([name, { edits, exact, refused, silent }]) =>
    [name, edits, exact, refused, silent].map(String),
  )
  const table = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}
