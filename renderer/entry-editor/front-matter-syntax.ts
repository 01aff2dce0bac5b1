import { tags } from '@lezer/highlight'
import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown'

const FENCES = new Map([
  ['---', /^(---|\.\.\.)\s*$/],
  ['+++', /^\+\+\+\s*$/],
])

/** Reads over YAML or TOML front matter at the very start, so that it is not coloured as headings and rules. */
function readFrontMatter(context: BlockContext, line: Line): boolean {
  if (context.lineStart !== 0) return false
  const fence = FENCES.get(line.text.replace(/^\uFEFF/, '').trimEnd())
  if (fence === undefined) return false
  while (context.nextLine()) {
    if (!fence.test(line.text)) continue
    const to = context.lineStart + line.text.length
    context.nextLine()
    context.addElement(context.elt('FrontMatter', 0, to))
    return true
  }
  // Never closed: all of the rest is front matter to most readers; shown so, it is seen and can be mended.
  context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd()))
  return true
}

export const frontMatterSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true, style: tags.documentMeta }],
  parseBlock: [{ name: 'FrontMatter', before: 'HorizontalRule', parse: readFrontMatter }],
}
