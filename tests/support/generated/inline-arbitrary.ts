import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { dialectArbitrary } from './dialect-arbitrary.ts'

const word = fc.constantFrom(
  ...['plain', 'mentor', 'Zürich', 'naïve', 'x', 'résumé', '3~6', 'a_b_c', '2*3', '日本', '🧑‍💻'],
  ...['no\u00a0break', "it's", 'e.g.', '5', '#tag', '^id1'],
)
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))

const plainInline = fc.constantFrom(
  ...['\\*', '\\[', '&amp;', '&copy;', '&nosuch;', '&#35;', '&nbsp;', '`code`', '`` a`b ``', '` `'],
  ...[
    '<b>',
    '</b>',
    '<b class="x*y*">',
    '<br/>',
    '<!-- c -->',
    '<?php x ?>',
    '<!DOCTYPE html>',
    '<![CDATA[*x*]]>',
  ],
  ...['<https://a.example>', 'https://a.example/b_c_d', 'www.a.example', 'me@a.example', '<me@a.example>'],
  ...['[draft note]', '![alt *x*](pic.png)', '![][ref]', '[]()', '[ ]', '[x]'],
  ...['*', '_', '**', '~', '~~', '[', ']', '!', '<', '\\', '|', '$5', '^', '`'],
)

function linkOf(text: Arbitrary<string>): Arbitrary<string> {
  const closing = fc.constantFrom('](u)', '](<a b> "t")', "](u 't')", '][ref]', '][]', '][nowhere]', ']')
  return fc.tuple(text, closing).map(([inner, close]) => `[${inner}${close}`)
}

function marked(text: Arbitrary<string>): Arbitrary<string> {
  const mark = fc.constantFrom('*', '_', '**', '__', '~~', '***', '~', '==')
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
    { weight: 2, arbitrary: plainInline },
    { weight: 2, arbitrary: dialectArbitrary },
    { weight: 2, arbitrary: marked(tie('inline')) },
    { weight: 2, arbitrary: linkOf(tie('inline')) },
  ),
}))

/** The content of one line. */
export const inlineArbitrary: Arbitrary<string> = inlineLetrec.inline.map((text) => text.trim() || 'x')

const lineEnd = fc.constantFrom('\n', '\n', '\n', '  \n', '\\\n', ' \n', '\n   ')

/** One to three lines, broken in every way there is; `\n` between them, none at the end. */
export const linesArbitrary: Arbitrary<string> = fc
  .array(fc.tuple(inlineArbitrary, lineEnd), { minLength: 1, maxLength: 3 })
  .map((lines) =>
    lines
      .map(([text, end]) => text + end)
      .join('')
      .replace(/\s+$/, ''),
  )
