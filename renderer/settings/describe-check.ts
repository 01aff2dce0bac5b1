import type { FileCheck } from '../../shared/contract/file-check.ts'

/** What came of the check, in one sentence. */
export function checkTitle({ files, faultCount, readOnly }: FileCheck): string {
  if (files === 0) return 'There is no Markdown file to check.'
  if (faultCount > 0) return `${count(faultCount, 'fault')} found in ${count(files, 'file')}.`
  return readOnly === files
    ? 'No file can be written, so none can change.'
    : 'Every file comes back byte for byte.'
}

/** What was done, in figures. */
export function checkDetail({ files, identical, readOnly, edits, exact, refused }: FileCheck): string {
  const sentences = [`${number(identical)} of ${count(files, 'file')} opened and saved the same bytes.`]
  if (readOnly > 0) sentences.push(`${count(readOnly, 'file')} not UTF-8: shown, and never written.`)
  if (edits > 0)
    sentences.push(
      `Of ${count(edits, 'edit')} in memory ${number(exact)} were written just as meant, and ${number(refused)} refused.`,
    )
  return sentences.join(' ')
}

/**
 * The result for a bug report: figures, lines and kinds of blocks. Names of files are left out, and there is no word of
 * their text.
 */
export function writeCheckReport(check: FileCheck, version: string, platform: string): string {
  const numbers = new Map<string, number>()
  const lines = check.faults.map(({ path, line, edit, construct }) => {
    const known = numbers.get(path) ?? numbers.size + 1
    numbers.set(path, known)
    return `file ${known}, line ${line}: ${edit === 'none' ? 'open and save' : edit}: ${construct}`
  })
  const more = check.faultCount - check.faults.length
  return [
    `Cairn ${version}, ${platform}, check of files, seed ${check.seed}`,
    `${checkTitle(check)} ${checkDetail(check)}`,
    ...lines,
    ...(more > 0 ? [`and ${number(more)} more`] : []),
    '',
  ].join('\n')
}

/** `1 file`, `2,000 files`. */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`
}

function number(amount: number): string {
  return amount.toLocaleString('en')
}
