import os from 'node:os'
import path from 'node:path'
import { findJournalPlace } from '../journal/journal-place.ts'
import type { Paint } from './paint.ts'
import { readCall } from './read-call.ts'
import type { Verb } from './verb.ts'
import { writeHelp, writeVerbHelp } from './write-help.ts'

/** Where a command runs, and where its words go. */
export interface Terminal {
  /** Results. */
  readonly print: (text: string) => void
  /** What went wrong. */
  readonly complain: (text: string) => void
  readonly showProgress: (line: string) => void
  readonly paint: Paint
  /** Relative folders are meant from here. */
  readonly workingFolder: string
  readonly cacheFolder: string
}

/** 0 all well, 1 something is wrong with the files, 2 not understood or not possible. */
export type ExitCode = 0 | 1 | 2

/**
 * Runs what was typed: `<verb> <folder> …`.
 *
 * @param typed the words behind `cairn`
 */
export async function runCommand(
  verbs: readonly Verb[],
  version: string,
  typed: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name = 'help', ...rest] = typed
  if (name === '--version') return say(terminal, version)
  if (name === 'help' || name === '--help' || name === '-h') return help(verbs, version, rest[0], terminal)
  const verb = verbs.find((known) => known.name === name)
  if (verb === undefined) return refuse(terminal, unknownVerb(name, verbs))
  const call = readCall(verb, rest)
  if (!call.ok) return refuse(terminal, call.error.message)
  const { options, args, isJson, wantsHelp } = call.value
  if (wantsHelp) return say(terminal, writeVerbHelp(verb))
  const place = await findJournalPlace(path.resolve(terminal.workingFolder, call.value.folder), {
    homeFolder: os.homedir(),
    isSample: false,
  })
  if (!place.ok) return refuse(terminal, place.error.message)
  const { cacheFolder, showProgress } = terminal
  const answer = await verb.run({ folder: place.value.root, args, options, cacheFolder, showProgress })
  showProgress('')
  if (!answer.ok) return refuse(terminal, answer.error.message)
  const { json, write, exitCode = 0 } = answer.value
  terminal.print(isJson ? JSON.stringify(json) : write(terminal.paint))
  return exitCode
}

function help(
  verbs: readonly Verb[],
  version: string,
  name: string | undefined,
  terminal: Terminal,
): ExitCode {
  if (name === undefined) return say(terminal, writeHelp(verbs, version))
  const verb = verbs.find((known) => known.name === name)
  return verb === undefined ? refuse(terminal, unknownVerb(name, verbs)) : say(terminal, writeVerbHelp(verb))
}

function unknownVerb(name: string, verbs: readonly Verb[]): string {
  return `There is no “cairn ${name}”. There are: ${[...verbs.map((verb) => verb.name), 'help'].join(', ')}.`
}

function say(terminal: Terminal, text: string): ExitCode {
  terminal.print(text)
  return 0
}

function refuse(terminal: Terminal, message: string): ExitCode {
  terminal.complain(message)
  return 2
}
