import { generateJournal } from './generate-journal.ts'

/** A text to measure with, and what it is called in the table. */
export interface LongText {
  readonly name: string
  readonly text: string
}

/** Many blocks of every common kind, as one long entry: notes of the generated journal, one behind the other. */
export function makeManyBlocks(name: string, length: number): LongText {
  let text = ''
  for (const note of generateJournal(Math.ceil(length / 1500))) {
    text += `# ${note.title}\n${note.text.slice(note.text.indexOf('\n---\n') + 4)}\n`
    if (text.length >= length) break
  }
  return { name, text: text.slice(0, text.lastIndexOf('\n\n', length)) + '\n' }
}

/** One list and nothing else: every third item holds two more. `isFull` looks at the text so far. */
export function makeOneList(name: string, isFull: (length: number, items: number) => boolean): LongText {
  const sentences = makeManyBlocks('', 200_000)
    .text.split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .flatMap((line) => line.split(/(?<=\.) /))
  let text = ''
  let items = 0
  const add = (indent: string): void => {
    text += `${indent}- ${sentences[items % sentences.length]}\n`
    items += 1
  }
  while (!isFull(text.length, items)) {
    add('')
    if (items % 5 !== 0) continue
    add('  ')
    add('  ')
  }
  return { name, text }
}
