import type { NodeKey } from 'lexical'
import type { MouseEvent, ReactNode } from 'react'
import type { InlineForm } from '../../shared/markdown/tree.ts'
import type { DecorationActions } from './decoration-actions.ts'
import {
  nameInlineForm,
  readAutolink,
  readCalloutKind,
  readPictureSource,
  readWikiLinkSource,
} from './opaque-source.ts'
import { Picture } from './picture.tsx'

interface InlineSourceProps {
  readonly nodeKey: NodeKey
  readonly form: InlineForm
  /** Exact Markdown. */
  readonly source: string
  readonly actions: DecorationActions
}

/** A piece of Markdown inside a line that is shown for what it is: picture, chip, mark. */
export function InlineSource(props: InlineSourceProps): ReactNode {
  const { nodeKey, form, source, actions } = props
  const picture = readPictureSource(form, source)
  if (picture !== null) {
    return (
      <span className="entry-figure" onDoubleClick={() => actions.editSource(nodeKey)}>
        <Picture picture={picture} pictureUrl={actions.pictureUrl} />
      </span>
    )
  }
  const entry = form === 'wiki-link' || form === 'embed' ? readWikiLinkSource(source) : null
  if (entry !== null) {
    return (
      <Chip {...props} open={() => actions.openEntry(entry.target)} hint={`${entry.target}, click opens it`}>
        {entry.label}
      </Chip>
    )
  }
  if (form === 'autolink') {
    const url = readAutolink(source)
    return (
      <Chip {...props} open={() => actions.openLink(url)} hint={`${url}, click opens it`}>
        {source.replace(/^<|>$/g, '')}
      </Chip>
    )
  }
  if (form === 'callout-mark') return <CalloutMark {...props} />
  if (form === 'footnote-reference') {
    return (
      <Chip {...props} hint={`Footnote ${source}`}>
        <sup>{source.replace(/^\[\^|\]$/g, '')}</sup>
      </Chip>
    )
  }
  return (
    <Chip {...props} hint={`${nameInlineForm(form)}, click edits it as text`}>
      {source}
    </Chip>
  )
}

interface ChipProps extends InlineSourceProps {
  readonly hint: string
  /** What a click does; without it a click edits the source. Alt+click always edits. */
  readonly open?: () => void
  readonly children: ReactNode
}

function Chip({ nodeKey, form, actions, hint, open, children }: ChipProps): ReactNode {
  function act(event: MouseEvent): void {
    if (open === undefined || event.altKey) actions.editSource(nodeKey)
    else open()
  }
  // Not a tab stop: Tab nests in lists. By keyboard the caret walks onto the chip, and Enter opens its field.
  return (
    <button
      type="button"
      className="entry-chip"
      data-form={form}
      title={open === undefined ? hint : `${hint}; Alt+click edits it as text`}
      tabIndex={-1}
      onClick={act}
    >
      {children}
    </button>
  )
}

const TONES: Readonly<Record<string, string>> = {
  tip: 'good',
  hint: 'good',
  success: 'good',
  check: 'good',
  done: 'good',
  question: 'look',
  help: 'look',
  faq: 'look',
  todo: 'look',
  important: 'look',
  warning: 'look',
  caution: 'look',
  attention: 'look',
  danger: 'bad',
  error: 'bad',
  bug: 'bad',
  failure: 'bad',
  fail: 'bad',
  missing: 'bad',
}

function CalloutMark({ nodeKey, source, actions }: InlineSourceProps): ReactNode {
  const kind = readCalloutKind(source)
  return (
    <button
      type="button"
      className="entry-callout"
      data-tone={TONES[kind] ?? 'plain'}
      title="Callout, click edits its kind"
      tabIndex={-1}
      onClick={() => actions.editSource(nodeKey)}
    >
      {kind}
    </button>
  )
}
