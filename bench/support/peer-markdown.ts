import { CodeNode } from '@lexical/code-core'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import {
  $convertFromMarkdownString,
  $convertToMarkdownString,
  CHECK_LIST,
  TRANSFORMERS,
} from '@lexical/markdown'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { createEditor } from 'lexical'
import { processorMs } from './processor-time.ts'

const transformers = [CHECK_LIST, ...TRANSFORMERS]

/** What `@lexical/markdown` takes to bring a text into an editor without a window and to write it out again, CPU ms. */
export function measurePeer(text: string): { readonly importMs: number; readonly exportMs: number } {
  const editor = createEditor({
    namespace: 'peer',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, CodeNode, LinkNode],
    onError: (error) => {
      throw error
    },
  })
  const before = processorMs()
  editor.update(() => $convertFromMarkdownString(text, transformers, undefined, true), { discrete: true })
  const importMs = processorMs() - before
  const between = processorMs()
  editor.read(() => $convertToMarkdownString(transformers, undefined, true))
  return { importMs, exportMs: processorMs() - between }
}
