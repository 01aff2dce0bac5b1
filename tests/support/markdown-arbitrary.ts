import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/**
 * Random entries from a grammar of all constructs nested in each other, for property tests.
 *
 * `entryTextArbitrary` makes whole entries: front matter or none, byte order mark or none, any line ending (also
 * mixed), with or without a last line end. `markdownArbitrary` makes the Markdown alone, with `\n`.
 */

const word = fc.constantFrom(
  ...[
    'plain',
    'mentor',
    'Zürich',
    'naïve',
    'x',
    'résumé',
    '3~6',
    'a_b_c',
    '2*3',
    '日本',
    '🧑‍💻',
    'no\u00a0break',
    "it's",
    'e.g.',
    '5',
    '#tag',
    '^id1',
  ],
)
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))

const plainInline = fc.constantFrom(
  ...[
    '\\*',
    '\\[',
    '&amp;',
    '&copy;',
    '&nosuch;',
    '&#35;',
    '`code`',
    '`` a`b ``',
    '` `',
    '<b>',
    '</b>',
    '<!-- c -->',
  ],
  ...['<https://a.example>', 'https://a.example/b_c_d', 'www.a.example', 'me@a.example', '<me@a.example>'],
  ...[
    '[[wiki]]',
    '[[wiki|alias]]',
    '[[wiki#head]]',
    '![[embed.png|300]]',
    '%%hidden%%',
    '$x_1$',
    '$$y*2*3$$',
  ],
  ...[
    '{{< ref "x" >}}',
    '{{% note %}}',
    '{{ page.title }}',
    '{% raw %}',
    '[^1]',
    '==mark==',
    '{.class}',
    '[draft note]',
  ],
  ...[
    '![alt *x*](pic.png)',
    '![][ref]',
    '[]()',
    '[ ]',
    '[x]',
    '*',
    '_',
    '**',
    '~',
    '~~',
    '[',
    ']',
    '!',
    '<',
    '\\',
    '|',
    '$5',
  ],
)

function linkOf(text: Arbitrary<string>): Arbitrary<string> {
  const closing = fc.constantFrom('](u)', '](<a b> "t")', "](u 't')", '][ref]', '][]', '][nowhere]', ']')
  return fc.tuple(text, closing).map(([inner, close]) => `[${inner}${close}`)
}

function marked(text: Arbitrary<string>): Arbitrary<string> {
  const mark = fc.constantFrom('*', '_', '**', '__', '~~', '***', '~')
  return fc.tuple(mark, text).map(([sign, inner]) => sign + inner + sign)
}

const inlineLetrec = fc.letrec<{ inline: string; piece: string }>((tie) => ({
  inline: fc
    .array(fc.tuple(tie('piece'), fc.constantFrom(' ', ' ', ' ', '', '  ', '\t')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => pieces.map((piece) => piece.join('')).join('')),
  piece: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 6, arbitrary: words },
    { weight: 4, arbitrary: plainInline },
    { weight: 2, arbitrary: marked(tie('inline')) },
    { weight: 2, arbitrary: linkOf(tie('inline')) },
  ),
}))

/** The content of one line. */
export const inlineArbitrary: Arbitrary<string> = inlineLetrec.inline.map((text) => text.trim() || 'x')

const lineEnd = fc.constantFrom('\n', '\n', '\n', '  \n', '\\\n', ' \n', '\n   ')
const paragraph = fc.array(fc.tuple(inlineArbitrary, lineEnd), { minLength: 1, maxLength: 3 }).map((lines) =>
  lines
    .map(([text, end]) => text + end)
    .join('')
    .replace(/\s+$/, ''),
)

const heading = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.option(inlineArbitrary, { nil: '' }),
      fc.constantFrom('', ' #', ' ##  '),
    )
    .map(([level, text, close]) => `${'#'.repeat(level)} ${text}${close}`),
  fc.tuple(paragraph, fc.constantFrom('===', '---', '-')).map(([text, line]) => `${text}\n${line}`),
)

const codeLine = fc.constantFrom(
  'let x = 1',
  '',
  '  two',
  '\ttab',
  '- no list',
  '$$',
  '[[no]]',
  '> no',
  'x  ',
)
const code = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('```', '~~~', '````'),
      fc.constantFrom('', 'js', ' ts {a=1}'),
      fc.array(codeLine, { maxLength: 3 }),
    )
    .map(([fence, info, lines]) => [fence + info, ...lines, fence].join('\n')),
  fc
    .array(codeLine, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line) => `    ${line || 'y'}`).join('\n')),
  fc.constant('```\nunclosed'),
)

const cell = inlineArbitrary.map((text) => text.replace(/\\?\|/g, '\\|').replace(/\\$/, ''))
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom('---', ':--', '-:', ':-:'),
  )
  .map(([width, rows, hasPipes, dashes]) => {
    const header = Array.from({ length: width }, (_, index) => `h${index}`)
    const lines = [header, header.map(() => dashes), ...rows].map((cells) => cells.join(' | '))
    return lines.map((line) => (hasPipes || width === 1 ? `| ${line} |` : line)).join('\n')
  })

const oddBlock = fc.constantFrom(
  ...[
    '---',
    '***',
    '_ _ _',
    '<div>\n*raw*\n</div>',
    '<!--\n\nx\n-->',
    '<details>\n\n',
    '<?php x ?>',
    '<custom-tag>',
  ],
  ...['[ref]: /url "title"', '[ref]: <u>\n[b]: /x', '[^1]: note\n    more\n\n    - deep', '[^1]: one\nlazy'],
  ...['$$\na\n- b\n= c\n$$', '$$ x $$', '%%\nhidden\n\nmore\n%%', '%% one %%', 'text $$\nx*y*z\n$$ text'],
  ...['{{< figure src="x" >}}', '{{< a >}}\n*in*\n{{< /a >}}', '{{< fig\n  src="x"\n>}}', '{% include x %}'],
  ...[
    'key:: value\nother:: x',
    '[A](https://a.example) by B\n[C](https://c.example) by D ⭐️',
    '## Next steps',
    '#no-heading',
  ],
  ...[
    'line\n    not code',
    'a | b',
    '1) one',
    '- ',
    '-',
    '>',
    '> ',
    '- [ ]',
    '* * *',
    '\\# x',
    '<br>',
    '===',
    ':-',
    '$$',
    '%%',
  ],
)

function indented(text: string, prefix: string, isLazy: boolean): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 || (isLazy && index === 1) ? line : line === '' ? '' : prefix + line))
    .join('\n')
}

function itemOf(blocks: Arbitrary<string>): Arbitrary<string> {
  const lead = fc.constantFrom(
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10) ',
    '-   ',
    '-\t',
    ' - ',
    '- [ ] ',
    '- [x] ',
    '- [/] ',
    '1. [ ] ',
  )
  return fc
    .tuple(lead, blocks, fc.constantFrom('spaces', 'spaces', 'tab', 'lazy'))
    .map(([mark, text, style]) => {
      const width = /^ *(?:[-*+]|\d+[.)])\s*/.exec(mark)?.[0].replace('\t', '   ').length ?? 2
      return mark + indented(text, style === 'tab' ? '\t' : ' '.repeat(width), style === 'lazy')
    })
}

function quoteOf(blocks: Arbitrary<string>): Arbitrary<string> {
  const prefix = fc.constantFrom('> ', '>', '>\t', ' > ')
  const mark = fc.constantFrom('', '', '[!note]\n', '[!tip]- Title\n')
  return fc.tuple(prefix, mark, blocks, fc.boolean()).map(([sign, callout, text, isLazy]) => {
    const [first = '', ...rest] = (callout + text).split('\n')
    const lines = rest.map((line, index) => (isLazy && index === 0 && line !== '' ? line : sign + line))
    return [sign + first, ...lines].join('\n')
  })
}

const blockLetrec = fc.letrec<{ blocks: string; block: string; list: string }>((tie) => ({
  blocks: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n  \n')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) =>
      parts
        .map((part) => part.join(''))
        .join('')
        .replace(/\s+$/, ''),
    ),
  list: fc
    .array(fc.tuple(itemOf(tie('blocks')), fc.constantFrom('\n', '\n', '\n\n')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items) =>
      items
        .map((item) => item.join(''))
        .join('')
        .trimEnd(),
    ),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 2, arbitrary: code },
    { weight: 1, arbitrary: table },
    { weight: 4, arbitrary: oddBlock },
    { weight: 4, arbitrary: tie('list') },
    { weight: 2, arbitrary: quoteOf(tie('blocks')) },
  ),
}))

/** Markdown without front matter; lines end with `\n`. */
export const markdownArbitrary: Arbitrary<string> = fc
  .array(blockLetrec.blocks, { minLength: 0, maxLength: 3 })
  .map((parts) => parts.join('\n\n'))

const head = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '---\ntitle: x # why\ntags: [a]\n---\n',
    '---\n---\n',
    '+++\ntitle = "x"\n+++\n',
    '{\n "title": "}"\n}\n',
  ],
  ...['---\nnever: closed\n', '---  \na: 1\n---\n\n'],
)

/** Whole entries, see above. */
export const entryTextArbitrary: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '\uFEFF'),
    head,
    markdownArbitrary,
    fc.constantFrom('\n', '\n', '', '\n\n', '  \n'),
    lineEndings(),
  )
  .map(([mark, front, body, end, convert]) => mark + convert(front + body + end))

function lineEndings(): Arbitrary<(text: string) => string> {
  return fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text,
    (text) => text.replace(/\n/g, '\r\n'),
    (text) => text.replace(/\n/g, '\r'),
    (text) => text.replace(/\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n')),
    (text) => text.replace('plain', 'pl\0ain'),
  )
}
