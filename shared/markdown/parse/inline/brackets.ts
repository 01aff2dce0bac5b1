import type { Bracket, Target } from './atoms.ts'
import { dropAbove, matchDelimiters } from './delimiters.ts'
import type { InlineScan } from './inline-scan.ts'
import type { ReadPart } from './link-parts.ts'
import { normaliseLabel, readDestination, readLabel, readTitle, skipWhiteSpace } from './link-parts.ts'

/** Takes `[` or `![` as the possible beginning of a link or image. */
export function scanOpenBracket(scan: InlineScan, at: number, isImage: boolean): number {
  const to = at + (isImage ? 2 : 1)
  const top = scan.brackets.at(-1)
  if (top !== undefined) top.hasBracketAfter = true
  const bracket: Bracket = {
    kind: 'bracket',
    from: at,
    to,
    isImage,
    index: scan.atoms.length,
    delimiter: scan.delimiter,
    isActive: true,
    hasBracketAfter: false,
    target: null,
  }
  scan.brackets.push(bracket)
  scan.atoms.push(bracket)
  return to
}

/** Takes `]`: the end of a link or image, when one was begun and a target follows; otherwise text. */
export function scanCloseBracket(scan: InlineScan, at: number): number {
  const open = scan.brackets.pop()
  if (open === undefined || !open.isActive) return at + 1
  const target = readResource(scan.text, at) ?? readReference(scan, open, at)
  if (target === null) return at + 1
  if (open.isImage) return closeImage(scan, open, target.to)
  return closeLink(scan, open, target)
}

function closeImage(scan: InlineScan, open: Bracket, to: number): number {
  dropAbove(scan, open.delimiter)
  scan.atoms.length = open.index
  return scan.opaque('image', open.from, to)
}

function closeLink(scan: InlineScan, open: Bracket, target: Target): number {
  matchDelimiters(scan, open.delimiter)
  open.target = target
  scan.atoms.push({ kind: 'link-end', from: target.from, to: target.to, open })
  deactivateLinks(scan)
  return target.to
}

/** Links do not contain links. Below a dead bracket all are dead, so the walk ends there and stays linear. */
function deactivateLinks(scan: InlineScan): void {
  for (let index = scan.brackets.length - 1; index >= 0; index--) {
    const bracket = scan.brackets[index]
    if (bracket === undefined || bracket.isImage) continue
    if (!bracket.isActive) return
    bracket.isActive = false
  }
}

/** Reads `(destination "title")` behind the `]` at `at`. */
function readResource(text: string, at: number): Target | null {
  if (text[at + 1] !== '(') return null
  const from = skipWhiteSpace(text, at + 2)
  if (text[from] === ')') return { url: '', title: '', reference: null, from: at, to: from + 1 }
  const destination = readDestination(text, from)
  if (destination === null) return null
  const title = readTitleBehind(text, destination.to)
  const close = skipWhiteSpace(text, title?.to ?? destination.to)
  if (text[close] !== ')') return null
  return { url: destination.value, title: title?.value ?? '', reference: null, from: at, to: close + 1 }
}

function readTitleBehind(text: string, at: number): ReadPart | null {
  const from = skipWhiteSpace(text, at)
  return from === at ? null : readTitle(text, from)
}

/** Finds the definition that `[text][label]`, `[text][]` or `[text]` refers to. */
function readReference(scan: InlineScan, open: Bracket, at: number): Target | null {
  const { text, definitions } = scan
  if (definitions.links.size === 0) return null
  const full = readLabel(text, at + 1)
  const isCollapsed = full === null && text.startsWith('[]', at + 1)
  if (full === null && (open.hasBracketAfter || at - open.to > 999)) return null
  const label = normaliseLabel(full === null ? text.slice(open.to, at) : full.value)
  const definition = definitions.links.get(label)
  if (definition === undefined) return null
  const form = full !== null ? 'full' : isCollapsed ? 'collapsed' : 'shortcut'
  const to = full?.to ?? at + (isCollapsed ? 3 : 1)
  return { url: definition.url, title: definition.title, reference: { label, form }, from: at, to }
}

const footnote = /\[\^((?:[^\s[\]\\]|\\.)+)\]/y

/** Takes `[^label]` when such a footnote is defined; -1 otherwise. */
export function scanFootnoteReference(scan: InlineScan, at: number): number {
  if (scan.definitions.footnotes.size === 0) return -1
  footnote.lastIndex = at
  const match = footnote.exec(scan.text)
  if (match === null || !scan.definitions.footnotes.has(normaliseLabel(match[1] ?? ''))) return -1
  return scan.opaque('footnote-reference', at, at + match[0].length)
}

const wikiLink = /!?\[\[([^[\]\n]+)\]\](?!\()/y

/**
 * Takes `[[target]]` or `![[target]]`; -1 when none stands at `at`.
 *
 * `[[1]](url)` is an ordinary link whose text is `[1]`, and so is `[[1]]` where `[1]` is defined.
 */
export function scanWikiLink(scan: InlineScan, at: number): number {
  wikiLink.lastIndex = at
  const match = wikiLink.exec(scan.text)
  if (match === null) return -1
  const isEmbed = scan.text[at] === '!'
  if (!isEmbed && scan.definitions.links.has(normaliseLabel(match[1] ?? ''))) return -1
  return scan.opaque(isEmbed ? 'embed' : 'wiki-link', at, at + match[0].length)
}

const callout = /\[![^\]\n[]+\][+-]?(?![([])/y

/** Takes Obsidian's `[!note]+` at the start of a quote; -1 when none stands there. */
export function scanCalloutMark(scan: InlineScan): number {
  callout.lastIndex = 0
  const match = callout.exec(scan.text)
  return match === null ? -1 : scan.opaque('callout-mark', 0, match[0].length)
}
