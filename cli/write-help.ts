import type { Verb } from './verb.ts'

/** How to call a verb: `cairn search <folder> <query> [--limit N] [--json]`. */
export function usageOf(verb: Verb): string {
  const options = Object.entries(verb.options).map(([name, option]) =>
    option.type === 'flag' ? `[--${name}]` : `[--${name} ${option.shown}]`,
  )
  return [
    'cairn',
    verb.name,
    ...['folder', ...verb.takes].map((name) => `<${name}>`),
    ...options,
    '[--json]',
  ].join(' ')
}

/** One verb: how to call it, what it does, its options. */
export function writeVerbHelp(verb: Verb): string {
  const lines = Object.entries(verb.options).map(([name, option]) => {
    const typed = option.type === 'flag' ? `--${name}` : `--${name} ${option.shown}`
    return `      ${typed.padEnd(14)} ${option.about}`
  })
  const about = verb.about.split('\n').map((line) => `      ${line}`)
  return [`  ${usageOf(verb)}`, ...about, ...lines].join('\n')
}

/** The whole help text. */
export function writeHelp(verbs: readonly Verb[], version: string): string {
  return [
    `cairn ${version}: the journal from the terminal`,
    ...verbs.map(writeVerbHelp),
    '  cairn help [verb]\n      this text, or what it says of one verb',
    '--json prints one line of JSON. Exit codes: 0 done, 1 something is wrong with the files, 2 not understood or not\n' +
      'possible. Colours are left out with NO_COLOR set and outside a terminal.',
  ].join('\n\n')
}
