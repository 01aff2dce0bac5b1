import { expect, it } from 'vitest'
import { noPaint } from '../../../cli/paint.ts'
import { defineVerb, type Verb } from '../../../cli/verb.ts'
import { verbs as realVerbs } from '../../../cli/verbs.ts'
import { fail, succeed } from '../../../shared/contract/errors.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { runAtTerminal } from './terminal.ts'

const echo = defineVerb({
  name: 'echo',
  takes: ['what', 'words'],
  about: 'Says it again.',
  options: {
    loud: { type: 'flag', about: 'louder' },
    times: { type: 'count', shown: 'N', least: 1, usual: 1, about: 'how often' },
    to: { type: 'text', shown: 'WHOM', about: 'to whom' },
  },
  run: async ({ folder, args, options }) =>
    succeed({ json: { folder, args, options }, write: (paint) => paint.strong(args.join('|')), exitCode: 1 }),
})
const broken = defineVerb({
  name: 'broken',
  takes: [],
  about: '',
  options: {},
  run: async () => fail('disk-full', 'The disk is full.'),
})
const verbs: readonly Verb[] = [echo, broken]

it('hands a verb its folder, its arguments and its options, wherever the options stand', async () => {
  const folder = makeTemporaryFolder()
  const ran = await runAtTerminal(verbs, ['echo', '--loud', folder, 'a', '--times', '3', 'b', 'c', '--json'])
  expect(JSON.parse(ran.printed)).toEqual({
    folder,
    args: ['a', 'b c'],
    options: { loud: true, times: 3, to: null },
  })
  expect(ran.exitCode).toBe(1)
})

it('takes a word that begins with a dash behind --', async () => {
  const ran = await runAtTerminal(verbs, ['echo', makeTemporaryFolder(), 'a', '--', '-b'])
  expect(ran.printed).toBe('a|-b')
})

it.each([
  ['a verb it does not know', ['ecko'], /^There is no “cairn ecko”\. There are: echo, broken, help\.$/],
  [
    'too few words',
    ['echo', '/', 'a'],
    /^Write: cairn echo <folder> <what> <words> \[--loud\] \[--times N\]/,
  ],
  ['too many words', ['broken', '/', 'a'], /^Write: cairn broken <folder>/],
  ['no folder', ['broken'], /^Write: cairn broken <folder> \[--json\]$/],
  ['an option it does not know', ['broken', '/', '--lowd'], /'--lowd'/],
  [
    'a count that is none',
    ['echo', '/', 'a', 'b', '--times', 'two'],
    /^--times takes a whole number from 1 on, not “two”\.$/,
  ],
  ['a count that is too small', ['echo', '/', 'a', 'b', '--times', '0'], /from 1 on/],
  ['an empty count', ['echo', '/', 'a', 'b', '--times='], /whole number/],
  ['an option without its value', ['echo', '/', 'a', 'b', '--to'], /--to/],
  ['a folder that is not there', ['broken', '/nowhere/at/all'], /^There is no folder \/nowhere\/at\/all\.$/],
  ['a failure of the verb', ['broken', '/'], /^The disk is full\.$/],
])('says what is wrong with %s, on the error stream, and ends with 2', async (_what, typed, message) => {
  const ran = await runAtTerminal(verbs, typed)
  expect(ran.complained).toMatch(message)
  expect(ran).toMatchObject({ printed: '', exitCode: 2 })
})

it('says that a file is no folder', async () => {
  const folder = makeTemporaryFolder({ 'a.md': 'a' })
  const ran = await runAtTerminal(verbs, ['broken', `${folder}/a.md`])
  expect(ran.complained).toContain('There is no folder')
})

it('finds a relative folder from where it was started', async () => {
  const folder = makeTemporaryFolder({ 'notes/a.md': 'a' })
  const ran = await runAtTerminal(verbs, ['echo', 'notes', 'a', 'b', '--json'], { workingFolder: folder })
  expect(JSON.parse(ran.printed)).toMatchObject({ folder: `${folder}/notes` })
})

it('shows its help when nothing was typed, and the part on one verb', async () => {
  const whole = await runAtTerminal(realVerbs, [])
  for (const { name } of realVerbs) expect(whole.printed).toContain(`cairn ${name} <folder>`)
  const part = await runAtTerminal(verbs, ['echo', '--help'])
  expect(part.printed).toContain('--times N')
  expect(part.printed).not.toContain('cairn broken')
  expect(await runAtTerminal(verbs, ['help', 'echo'])).toEqual(part)
})

it('describes every verb and every option in lines that fit a terminal', async () => {
  const { printed } = await runAtTerminal(realVerbs, ['help'])
  for (const line of printed.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120)
  for (const verb of realVerbs)
    for (const option of Object.values(verb.options)) expect(option.about).not.toBe('')
  expect(noPaint.mark('x')).toBe('x')
})
