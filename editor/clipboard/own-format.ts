import { blocksBehind, blocksOfMarkdown, markdownOfBlocks } from './markdown-of-blocks.ts'
import type { SelectedContent } from './project-selection.ts'
import { $readDefinitions, refersToDefinitions, withOwnTargets } from './references.ts'

/** Our own clipboard type: JSON of an `OwnClip`. */
export const MARKDOWN_TYPE = 'application/x-cairn-markdown'

/** Copied content as Markdown. */
interface OwnClip {
  /** Stands by itself: what referred to a definition says its target. */
  readonly markdown: string
  readonly isInline: boolean
  /** As it was written where it was copied, for an entry with the same definitions. Absent when nothing refers to one. */
  readonly inPlace?: { readonly markdown: string; readonly definitions: readonly string[] }
}

/**
 * Content as a clip, or null when it cannot be written as Markdown. Call inside a read or update of the entry it is
 * copied from.
 */
export function $clipOf({ blocks, isInline }: SelectedContent): OwnClip | null {
  if (!refersToDefinitions(blocks)) {
    const markdown = markdownOfBlocks(blocks)
    return markdown === null ? null : { markdown, isInline }
  }
  const definitions = $readDefinitions()
  const known = joinBlocks(definitions)
  const markdown = markdownOfBlocks(withOwnTargets(blocks, known), known)
  if (markdown === null) return null
  const written = markdownOfBlocks(blocks, known)
  return { markdown, isInline, ...(written !== null && { inPlace: { markdown: written, definitions } }) }
}

/**
 * What a clip says in the entry it is pasted into: as it was written when the definitions are the same there. Null
 * for what is no clip. Call inside an update of that entry.
 */
export function $contentOfClip(json: string): SelectedContent | null {
  const clip = readClip(json)
  if (clip === null) return null
  const { markdown, isInline, inPlace } = clip
  const blocks = inPlace === undefined ? null : $blocksInPlace(inPlace)
  return { blocks: blocks ?? blocksOfMarkdown(markdown), isInline }
}

function $blocksInPlace({ markdown, definitions }: NonNullable<OwnClip['inPlace']>) {
  const here = new Set($readDefinitions())
  return definitions.every((definition) => here.has(definition))
    ? blocksBehind(joinBlocks(definitions), markdown)
    : null
}

function joinBlocks(sources: readonly string[]): string {
  return sources.join('\n\n')
}

function readClip(json: string): OwnClip | null {
  const value = json === '' ? null : parseJson(json)
  if (typeof value !== 'object' || value === null) return null
  const { markdown, isInline, inPlace } = value as Partial<Record<keyof OwnClip, unknown>>
  if (typeof markdown !== 'string') return null
  return { markdown, isInline: isInline === true, ...readInPlace(inPlace) }
}

function readInPlace(value: unknown): Pick<OwnClip, 'inPlace'> {
  if (typeof value !== 'object' || value === null) return {}
  const { markdown, definitions } = value as Record<string, unknown>
  if (typeof markdown !== 'string' || !Array.isArray(definitions)) return {}
  return { inPlace: { markdown, definitions: definitions.filter((each) => typeof each === 'string') } }
}

/** Null for text that is not JSON: another program may use our type's name. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
