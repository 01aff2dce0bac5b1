import type { NodeKey } from 'lexical'
import { PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SourceForm } from '../../shared/markdown/tree.ts'
import { Icon } from '../ui/icon.tsx'
import type { DecorationActions } from './decoration-actions.ts'
import { nameSourceForm } from './opaque-source.ts'

interface SourceBlockProps {
  readonly nodeKey: NodeKey
  readonly form: SourceForm
  readonly text: string
  readonly actions: DecorationActions
}

/** A block that the editor shows as its source and keeps byte for byte, with a way to edit it as text. */
export function SourceBlock({ nodeKey, form, text, actions }: SourceBlockProps): ReactNode {
  const name = nameSourceForm(form)
  return (
    <figure className="entry-source" aria-label={`${name}, kept as written`}>
      <figcaption>
        {name}
        <button
          type="button"
          className="entry-source-edit"
          tabIndex={-1}
          onClick={() => actions.editSource(nodeKey)}
        >
          <Icon of={PencilLine} size={12} />
          Edit as text
        </button>
      </figcaption>
      <pre>{text}</pre>
    </figure>
  )
}
