import { ChevronDown, ChevronRight, ChevronUp } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { PreviewedEntry, PreviewStore } from '../state/search-preview.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { cutSource } from './mark-pieces.ts'
import { Pieces, PreviewBlocks } from './preview-blocks.tsx'
import { cutExcerpt, findPart, headingsAbove, type Excerpt } from './preview-excerpt.ts'
import './preview.css'

interface PreviewProps {
  readonly preview: PreviewStore
  /** Title of an entry. */
  readonly titleOf: (path: string) => string
}

/** Beside the list: the chosen row's entry, read only, with every hit marked and the way from one to the next. */
export function Preview({ preview, titleOf }: PreviewProps) {
  const { entry, error } = useStore(preview)
  const at = entry?.at ?? -1
  const place = entry === null ? 0 : (entry.ranges[at]?.[0] ?? entry.from ?? 0)
  const excerpt = useExcerpt(entry, place)
  const scroller = useRef<HTMLDivElement>(null)

  // Before the paint: the entry is seen at its place, and never at its top first.
  useLayoutEffect(() => {
    if (scroller.current) goTo(scroller.current, at, place - excerpt.offset)
  }, [excerpt, at, place])

  if (error !== null) return <section className="preview none">{error.message}</section>
  if (entry === null) return <section className="preview none" aria-label="Preview" />
  const title = titleOf(entry.path)
  const above = [
    title,
    ...headingsAbove(excerpt.blocks, place - excerpt.offset).filter((name) => name !== title),
  ]
  return (
    <section className="preview" aria-label={`Preview of ${title}`}>
      <header>
        <span className="pv-path">
          {above.map((name, level) => (
            <span key={level} className={level === above.length - 1 ? 'cut' : 'cut up'} title={name}>
              {level > 0 ? <Icon of={ChevronRight} size={12} /> : null}
              {name}
            </span>
          ))}
        </span>
        {entry.ranges.length > 0 ? <Steps preview={preview} at={at} count={entry.ranges.length} /> : null}
      </header>
      {/* Scrolled by keys too; the list's field keeps the focus until someone tabs here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className="pv-text selectable" role="document" aria-label="Text" tabIndex={0}>
        {excerpt.head.length === 0 ? null : (
          <pre className="pv-head">
            {excerpt.head.map(({ text, from }) => (
              <span key={from}>
                <Pieces pieces={cutSource(text, from, excerpt.hits)} />
                {'\n'}
              </span>
            ))}
          </pre>
        )}
        <PreviewBlocks blocks={excerpt.blocks} hits={excerpt.hits} />
      </div>
    </section>
  )
}

function Steps({
  preview,
  at,
  count,
}: {
  readonly preview: PreviewStore
  readonly at: number
  readonly count: number
}) {
  return (
    <span className="pv-steps">
      <output>
        {at < 0 ? `${count.toLocaleString('en')} hits` : `${at + 1} of ${count.toLocaleString('en')}`}
      </output>
      <IconButton
        icon={ChevronUp}
        isSmall
        label="Hit before"
        keys="Alt-ArrowUp"
        onClick={() => preview.step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        isSmall
        label="Next hit"
        keys="Alt-ArrowDown"
        onClick={() => preview.step(1)}
      />
    </span>
  )
}

/** Parsed once for each text and its hits; a step to a hit that is drawn already draws nothing anew. */
function useExcerpt(entry: PreviewedEntry | null, place: number): Excerpt {
  const text = entry?.text ?? ''
  const ranges = entry?.ranges ?? noRanges
  const [from, to] = findPart(text, place)
  return useMemo(() => cutExcerpt(text, ranges, from, to), [text, ranges, from, to])
}

const noRanges: PreviewedEntry['ranges'] = []

/** Scrolls the preview, and nothing around it, so that the hit stands in its upper third, and says which it is. */
function goTo(scroller: HTMLElement, hit: number, place: number): void {
  for (const mark of scroller.querySelectorAll('mark.now')) mark.classList.remove('now')
  const marks = scroller.querySelectorAll(`mark[data-hit="${hit}"]`)
  for (const mark of marks) mark.classList.add('now')
  const element = marks[0] ?? findBlock(scroller, place)
  if (!element) return void scroller.scrollTo({ top: 0 })
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
  scroller.scrollTo({ top: Math.max(0, top - scroller.clientHeight / 3) })
}

/** The last block that begins at the place or before it; null for the top of the text. */
function findBlock(scroller: HTMLElement, place: number): Element | null {
  let found: Element | null = null
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-from]')) {
    if (Number(element.dataset['from']) > place) break
    found = element
  }
  return found === scroller.querySelector('[data-from]') ? null : found
}
