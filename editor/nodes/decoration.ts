import type { NodeKey } from 'lexical'
import type { InlineForm, SourceForm } from '../../shared/markdown/tree.ts'

/**
 * What a decorator node asks the view to draw, as plain data. `registerDecoratorListener` hands a record of these by
 * node key; the view draws each into `editor.getElementByKey(nodeKey)`. A rule draws itself and hands null.
 */
export type EntryDecoration =
  | {
      readonly type: 'opaque-inline'
      readonly nodeKey: NodeKey
      readonly form: InlineForm
      /** Exact Markdown, e.g. `![[picture.png|300]]`. */
      readonly source: string
    }
  | {
      readonly type: 'source-block'
      readonly nodeKey: NodeKey
      readonly form: SourceForm
      /** The block's source, container prefixes of continuation lines removed, '\n' line ends as in the entry. */
      readonly text: string
    }
