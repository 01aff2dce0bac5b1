import { Image, Square, SquareCheck } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Mark, type Block, type Item, type List, type Run, type Span } from '../../shared/markdown/tree.ts'
import { Icon } from '../ui/icon.tsx'
import { cutRun, cutSource, hitsWithin, type NumberedHit, type Piece } from './mark-pieces.ts'

interface BlocksProps {
  readonly blocks: readonly Block[]
  readonly hits: readonly NumberedHit[]
}

/** The blocks of an entry as one reads them, with the hits marked. Nothing in them can be edited or opened. */
export const PreviewBlocks = memo(function PreviewBlocks({ blocks, hits }: BlocksProps) {
  return (
    <>
      {blocks.map((block, at) => (
        <PreviewBlock key={at} block={block} hits={hits} />
      ))}
    </>
  )
})

function PreviewBlock({ block, hits }: { readonly block: Block; readonly hits: readonly NumberedHit[] }) {
  const from = block.span?.from
  switch (block.type) {
    case 'paragraph':
      return (
        <p data-from={from}>
          <Runs runs={block.runs} hits={hits} />
        </p>
      )
    case 'heading':
      return (
        <p className={block.level <= 2 ? 'pv-heading big' : 'pv-heading'} data-from={from}>
          <Runs runs={block.runs} hits={hits} />
        </p>
      )
    case 'rule':
      return <hr data-from={from} />
    case 'quote':
      return (
        <blockquote data-from={from}>
          <PreviewBlocks blocks={block.blocks} hits={hits} />
        </blockquote>
      )
    case 'list':
      return <PreviewList list={block} hits={hits} />
    case 'code':
    case 'source':
      return <SourceLines text={block.text} lines={block.lines ?? []} from={from} hits={hits} />
    case 'table':
      return (
        <table data-from={from}>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.cells.map((cell, column) => (
                  <td key={column}>
                    <Runs runs={cell.runs} hits={hits} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function PreviewList({ list, hits }: { readonly list: List; readonly hits: readonly NumberedHit[] }) {
  const items = list.items.map((item, at) => <PreviewItem key={at} item={item} hits={hits} />)
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>
}

function PreviewItem({ item, hits }: { readonly item: Item; readonly hits: readonly NumberedHit[] }) {
  return (
    <li className={item.box === null ? undefined : 'boxed'} data-from={item.span?.from}>
      {item.box === null ? null : <Icon of={item.box === ' ' ? Square : SquareCheck} size={14} />}
      <PreviewBlocks blocks={item.blocks} hits={hits} />
    </li>
  )
}

interface SourceLinesProps {
  readonly text: string
  readonly lines: readonly Span[]
  readonly from: number | undefined
  readonly hits: readonly NumberedHit[]
}

function SourceLines({ text, lines, from, hits }: SourceLinesProps) {
  return (
    <pre data-from={from}>
      {text.split('\n').map((line, at) => (
        <span key={at}>
          {at > 0 ? '\n' : ''}
          <Pieces pieces={cutSource(line, lines[at]?.from ?? -1 - line.length, hits)} />
        </span>
      ))}
    </pre>
  )
}

function Runs({ runs, hits }: { readonly runs: readonly Run[]; readonly hits: readonly NumberedHit[] }) {
  return runs.map((run, at) => (
    <span key={at} className={classOf(run)}>
      <RunContent run={run} hits={hits} />
    </span>
  ))
}

function classOf(run: Run): string | undefined {
  const names = [
    (run.marks & Mark.bold) !== 0 ? 'cairn-bold' : '',
    (run.marks & Mark.italic) !== 0 ? 'cairn-italic' : '',
    (run.marks & Mark.strike) !== 0 ? 'cairn-strike' : '',
    (run.marks & Mark.code) !== 0 ? 'cairn-inline-code' : '',
    run.link === null && !(run.kind === 'opaque' && run.form === 'wiki-link') ? '' : 'cairn-link',
  ]
  return names.filter(Boolean).join(' ') || undefined
}

function RunContent({ run, hits }: { readonly run: Run; readonly hits: readonly NumberedHit[] }): ReactNode {
  if (run.kind === 'break') return <br />
  if (run.kind === 'text') return <Pieces pieces={cutRun(run, hits)} />
  if (run.form === 'image' || run.form === 'embed')
    return (
      <span className="pv-picture">
        <Icon of={Image} size={14} />
        {nameOfPicture(run.source)}
      </span>
    )
  const [hit] = run.span ? hitsWithin(hits, run.span.from, run.span.to) : []
  const text = run.form === 'wiki-link' ? nameOfWikiLink(run.source) : run.source
  return <Pieces pieces={[{ text, hit: hit?.number ?? null }]} />
}

/** `![alt](file.png)` and `![[file.png|300]]`: what it is called. */
function nameOfPicture(source: string): string {
  const embed = /^!\[\[([^\]|]*)/.exec(source)
  const image = /^!\[([^\]]*)\](?:\(<?([^)\s>]*))?/.exec(source)
  return embed?.[1] ?? (image?.[1] || image?.[2]) ?? source
}

/** `[[page#heading|alias]]`: the alias, else the page. */
function nameOfWikiLink(source: string): string {
  const inner = source.replace(/^\[\[|\]\]$/g, '')
  return inner.includes('|') ? inner.slice(inner.indexOf('|') + 1) : inner
}

/** Text with its hits; each mark carries the number of its hit, so that it can be gone to. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) =>
    piece.hit === null ? (
      piece.text
    ) : (
      <mark key={at} data-hit={piece.hit}>
        {piece.text}
      </mark>
    ),
  )
}
