import type { Block, ParsedEntry, Run, Span } from '../../shared/markdown/tree.ts'

/**
 * What is wrong with the spans of a base tree: each defect as a sentence, none for a sound tree.
 *
 * Sound means: siblings are sorted and do not overlap, children lie in their parents, an opaque source is the text at
 * its place, and what stands between the spans of blocks and of runs is markup and white space, never a letter that
 * the tree does not know.
 */
export function treeDefects(entry: ParsedEntry): readonly string[] {
  const checker = new Checker(entry.text)
  checker.siblings(entry.blocks, { from: entry.bodyFrom, to: entry.text.length }, 'entry')
  checker.gaps(entry.blocks, { from: entry.bodyFrom, to: entry.text.length }, /^[\s\uFEFF]*$/, 'entry')
  return checker.defects
}

class Checker {
  readonly defects: string[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  #fail(what: string, span: Span | undefined): void {
    const at =
      span === undefined
        ? ''
        : ` at ${span.from}-${span.to} ${JSON.stringify(this.#text.slice(span.from, span.to))}`
    this.defects.push(what + at)
  }

  /** Checks order and nesting, then each child. */
  siblings(nodes: readonly Block[], outer: Span, where: string): void {
    this.#ordered(nodes, outer, where)
    for (const node of nodes) this.#block(node)
  }

  #ordered(nodes: readonly { readonly span?: Span }[], outer: Span, where: string): void {
    let done = outer.from
    for (const { span } of nodes) {
      if (span === undefined) this.#fail(`a child of the ${where} has no span`, outer)
      else {
        if (span.from < done || span.to < span.from || span.to > outer.to)
          this.#fail(`misplaced child of the ${where}`, span)
        done = span.to
      }
    }
  }

  /** Between spans only what `allowed` matches may stand, line by line without the prefixes of containers. */
  gaps(nodes: readonly { readonly span?: Span }[], outer: Span, allowed: RegExp, where: string): void {
    let done = outer.from
    for (const { span } of [...nodes, { span: { from: outer.to, to: outer.to } }]) {
      if (span === undefined) continue
      const gap = this.#text.slice(done, span.from)
      if (!allowed.test(gap))
        this.#fail(`the ${where} has a gap that is content`, { from: done, to: span.from })
      done = span.to
    }
  }

  #block(block: Block): void {
    const { span } = block
    if (span === undefined) return this.#fail(`${block.type} without span`, span)
    if (/[\r\n]/.test(this.#text.slice(span.to - 1, span.to)))
      this.#fail(`${block.type} ends with a line end`, span)
    switch (block.type) {
      case 'paragraph':
        if (/^\s/.test(this.#text.slice(span.from, span.to)))
          this.#fail('paragraph begins with white space', span)
        return this.#leaf(block.runs, span)
      case 'heading':
        return this.#leaf(block.runs, span)
      case 'quote':
        this.siblings(block.blocks, span, 'quote')
        return this.gaps(block.blocks, span, /^[\s>]*$/, 'quote')
      case 'list':
        this.#ordered(block.items, span, 'list')
        this.gaps(block.items, span, /^[\s>]*$/, 'list')
        for (const item of block.items) {
          if (item.span === undefined || item.marker === undefined) this.#fail('item without span', span)
          else {
            this.siblings(item.blocks, item.span, 'item')
            this.gaps(
              item.blocks,
              { from: item.boxSpan?.to ?? item.marker.to, to: item.span.to },
              /^[\s>]*$/,
              'item',
            )
            this.#marks(item.marker, item.boxSpan ?? null)
          }
        }
        return undefined
      case 'table':
        this.#ordered(block.rows, span, 'table')
        for (const row of block.rows) {
          const cells = row.cells.filter((cell) => cell.span !== undefined)
          this.#ordered(cells, row.span ?? span, 'row')
          this.gaps(cells, row.span ?? span, /^[\s|]*$/, 'row')
          for (const cell of cells) this.#leaf(cell.runs, cell.span ?? span)
        }
        return undefined
      case 'code':
        return this.#lines(block.text, block.lines, span)
      case 'source':
        return this.#lines(block.text, block.lines, span)
      case 'rule':
        return undefined
    }
  }

  #marks(marker: Span, box: Span | null): void {
    if (!/^(?:[-*+]|\d+[.)])$/.test(this.#text.slice(marker.from, marker.to))) this.#fail('no marker', marker)
    if (box !== null && !/^\[[^\]]\]$/.test(this.#text.slice(box.from, box.to))) this.#fail('no box', box)
  }

  #lines(text: string, spans: readonly Span[] | undefined, outer: Span): void {
    const lines = spans?.map(({ from, to }) => this.#text.slice(from, to)) ?? []
    const written = text === '' && lines.length === 0 ? [] : text.split('\n')
    if (lines.length !== written.length) this.#fail('lines and text differ in number', outer)
    written.forEach((line, index) => {
      if (line.trimStart() !== lines[index]?.trimStart()) this.#fail(`line ${index} differs`, outer)
    })
    this.#ordered(
      (spans ?? []).map((span) => ({ span })),
      outer,
      'block of lines',
    )
  }

  #leaf(runs: readonly Run[], outer: Span): void {
    const spans: { span: Span }[] = []
    for (const run of runs) {
      if (run.kind === 'text') this.#text_(run, spans)
      else if (run.span === undefined) this.#fail(`${run.kind} without span`, outer)
      else {
        spans.push({ span: run.span })
        if (run.kind === 'opaque' && run.source !== this.#text.slice(run.span.from, run.span.to)) {
          this.#fail('an opaque source is not the text at its place', run.span)
        }
      }
    }
    this.#ordered(spans, outer, 'leaf')
    this.#markup(runs, spans, outer)
  }

  /** Between runs stand marks, brackets and what closes links, but no words. */
  #markup(runs: readonly Run[], spans: readonly { readonly span: Span }[], outer: Span): void {
    const closings = [...new Set(runs.map((run) => run.link?.closing ?? ''))].sort(
      (a, b) => b.length - a.length,
    )
    let done = outer.from
    for (const { span } of [...spans, { span: { from: outer.to, to: outer.to } }]) {
      let gap = this.#text.slice(done, span.from)
      for (const closing of closings) gap = gap.replace(closing, '')
      if (!/^[\s>*_~`[\]#=-]*$/.test(gap))
        this.#fail('a leaf has a gap that is content', { from: done, to: span.from })
      done = span.to
    }
  }

  #text_(run: Run & { kind: 'text' }, spans: { span: Span }[]): void {
    let at = 0
    for (const segment of run.segments ?? []) {
      if (segment.at !== at || segment.length < 1) this.#fail('segments do not cover the text', segment)
      at = segment.at + segment.length
      spans.push({ span: segment })
      const source = this.#text.slice(segment.from, segment.to)
      const isVerbatim = source === run.text.slice(segment.at, at)
      if (!isVerbatim && !/^(?:\\[\s\S]|&[^;]+;|\0|[\r\n]+[\s>]*)$/.test(source))
        this.#fail('segment is not its text', segment)
    }
    if (at !== run.text.length || run.text === '')
      this.#fail(`segments end at ${at} of ${run.text.length}`, undefined)
  }
}
