import type { Item, OpaqueRun, Run } from '../markdown/tree.ts'

/**
 * What a reader sees of runs, as one line: marks and link syntax gone, line ends as spaces, white space folded to
 * single spaces (no-break spaces stay), trimmed. The same for the base tree and the editor's, so that it can name
 * an item in both.
 */
export function plainText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) {
    text += run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : opaqueText(run)
  }
  return text.replace(/[ \t\r\n]+/g, ' ').trim()
}

/** Plain text of the paragraph (or heading) an item begins with, else '': with its number, an item's locator. */
export function itemText(item: Item): string {
  const first = item.blocks[0]
  return first?.type === 'paragraph' || first?.type === 'heading' ? plainText(first.runs) : ''
}

/** What stands for an opaque inline where only words can be shown; '' where it has none. */
export function opaqueText(run: OpaqueRun): string {
  switch (run.form) {
    case 'wiki-link':
      return wikiText(run.source)
    case 'autolink':
      return run.source.replace(/^<|>$/g, '')
    case 'image':
      return /^!\[([^\]]*)\]/.exec(run.source)?.[1] ?? ''
    case 'embed':
      return wikiText(run.source.replace(/^!/, '').replace(/\|\s*\d+(?:x\d+)?\s*(?=\]\]$)/, ''))
    case 'math':
      return run.source.replace(/^\$+|\$+$/g, '')
    default:
      return ''
  }
}

/** `[[target#heading|alias]]`: the alias, else the target as it is written. */
function wikiText(source: string): string {
  const inner = source.replace(/^\[\[|\]\]$/g, '')
  const bar = inner.indexOf('|')
  return bar < 0 ? inner : inner.slice(bar + 1)
}
