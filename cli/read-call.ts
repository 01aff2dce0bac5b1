import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { OptionValues, Verb, VerbOption, VerbOptions } from './verb.ts'
import { usageOf } from './write-help.ts'

/** What was typed behind the verb, understood; the folder has not been looked at. */
export interface ReadCall {
  readonly folder: string
  readonly args: readonly string[]
  readonly options: OptionValues<VerbOptions>
  readonly isJson: boolean
  readonly wantsHelp: boolean
}

/**
 * Reads what follows a verb. Options may stand anywhere; `--` ends them, for a query that begins with a dash.
 *
 * Fails with `invalid-input` and a sentence that says what to type instead.
 */
export function readCall(verb: Verb, typed: readonly string[]): Outcome<ReadCall> {
  const parsed = parseWords(verb, typed)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const wantsHelp = values['help'] === true
  const [folder = '', ...rest] = positionals
  const args = takeWords(verb, rest)
  if (!wantsHelp && (folder === '' || args === null)) return fail('invalid-input', `Write: ${usageOf(verb)}`)
  const options = readOptions(verb, values)
  if (!options.ok) return options
  return succeed({
    folder,
    args: args ?? [],
    // Each value is of its option's type; only `defineVerb` still knows which that is.
    options: options.value as OptionValues<VerbOptions>,
    isJson: values['json'] === true,
    wantsHelp,
  })
}

interface ParsedWords {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

function parseWords(verb: Verb, typed: readonly string[]): Outcome<ParsedWords> {
  const options: NonNullable<ParseArgsConfig['options']> = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  for (const [name, option] of Object.entries(verb.options))
    options[name] = { type: option.type === 'flag' ? 'boolean' : 'string' }
  try {
    const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: true })
    return succeed({ values: values as ParsedWords['values'], positionals })
  } catch (error) {
    if (!isMistyped(error)) throw error
    return fail('invalid-input', `${error.message.split('. ')[0]}. Write: ${usageOf(verb)}`)
  }
}

/** `parseArgs` throws for an unknown option or a missing value. */
function isMistyped(error: unknown): error is Error {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return error instanceof TypeError && typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_')
}

/** One string for each name, the last with all that is left; null when there are too few or too many. */
function takeWords({ takes }: Verb, words: readonly string[]): readonly string[] | null {
  if (words.length < takes.length || (takes.length === 0 && words.length > 0)) return null
  if (takes.length === 0) return []
  const last = takes.length - 1
  return [...words.slice(0, last), words.slice(last).join(' ')]
}

type OptionValue = boolean | number | string | null

function readOptions(verb: Verb, values: ParsedWords['values']): Outcome<Record<string, OptionValue>> {
  const read: Record<string, OptionValue> = {}
  for (const [name, option] of Object.entries(verb.options)) {
    const value = readOption(name, option, values[name])
    if (!value.ok) return value
    read[name] = value.value
  }
  return succeed(read)
}

function readOption(
  name: string,
  option: VerbOption,
  value: string | boolean | undefined,
): Outcome<OptionValue> {
  if (option.type === 'flag') return succeed(value === true)
  if (option.type === 'text') return succeed(typeof value === 'string' ? value : null)
  if (value === undefined) return succeed(option.usual)
  const count = Number(value)
  if (String(value).trim() !== '' && Number.isSafeInteger(count) && count >= option.least)
    return succeed(count)
  const least = option.least > 0 ? ` from ${option.least} on` : ''
  return fail('invalid-input', `--${name} takes a whole number${least}, not “${value}”.`)
}
