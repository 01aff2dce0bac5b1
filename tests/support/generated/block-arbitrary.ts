import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { inlineArbitrary, linesArbitrary } from './inline-arbitrary.ts'

const heading = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.option(inlineArbitrary, { nil: '' }),
      fc.constantFrom('', '', ' #', ' ##  ', ' {#id}'),
    )
    .map(([level, text, close]) => `${'#'.repeat(level)} ${text}${close}`),
  fc.tuple(linesArbitrary, fc.constantFrom('===', '---', '-')).map(([text, line]) => `${text}\n${line}`),
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
      fc.constantFrom('', 'js', ' ts {a=1}', '{.python}'),
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

const html = fc.constantFrom(
  ...['<div>\n*raw*\n</div>', '<!--\n\nx\n-->', '<details>\n\n', '<?php x ?>', '<custom-tag>', '<br>'],
  ...[
    '<pre>\n\n- a\n</pre>',
    '<script>\nx = "*"\n\n</script>',
    '<style>\n\n</style>',
    '<textarea>\n\n*x*</textarea>',
  ],
  ...[
    '<!DOCTYPE html>',
    '<![CDATA[\n\n*x*\n]]>',
    '</div>\n*x*',
    '<p align="center">*x*</p>',
    '<a href="x">\n*y*',
  ],
)
const definition = fc.constantFrom(
  ...['[ref]: /url "title"', '[ref]: <u>\n[b]: /x', '[^1]: note\n    more\n\n    - deep', '[^1]: one\nlazy'],
  ...['[REF]:\n/url\n"t"', '[^long-name]: `x` [[w]]'],
)
const dialectBlock = fc.constantFrom(
  ...['$$\na\n- b\n= c\n$$', '$$ x $$', '%%\nhidden\n\nmore\n%%', '%% one %%', 'text $$\nx*y*z\n$$ text'],
  ...[
    '{{< figure src="x" >}}',
    '{{< fig\n  src="x"\n>}}',
    '{% include x %}',
    '{: .class #id }',
    '{.centred}',
  ],
  ...['key:: value\nother:: x', '^block-id', '![[pic.png|300x200]]', '#no-heading', ':::note\nx\n:::'],
  ...[
    '- text\n  id:: 6523a1b2\n  collapsed:: true\n\t- child',
    'TODO x\nSCHEDULED: <2025-09-20>',
    '$$',
    '%%',
  ],
)
const oddBlock = fc.constantFrom(
  ...['---', '***', '_ _ _', '* * *', '[A](https://a.example) by B\n[C](https://c.example) by D ⭐️'],
  ...['line\n    not code', 'a | b', '1) one', '- ', '-', '>', '> ', '- [ ]', '\\# x', '===', ':-'],
)

/** A pair of tags with whole blocks between, on lines of their own or tight: opener and closer are separate blocks. */
function pairedOf(blocks: Arbitrary<string>): Arbitrary<string> {
  const tags = fc.constantFrom<readonly [string, string]>(
    ['{{< tabs >}}', '{{< /tabs >}}'],
    ['{{% note %}}', '{{% /note %}}'],
    ['{% raw %}', '{% endraw %}'],
    ['<details><summary>x</summary>', '</details>'],
    ['<div class="a">', '</div>'],
    ['%%', '%%'],
  )
  return fc
    .tuple(tags, fc.constantFrom('\n', '\n\n'), blocks)
    .map(([[open, close], gap, inner]) => open + gap + inner + gap + close)
}

function indented(text: string, prefix: string, isLazy: boolean): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 || (isLazy && index === 1) ? line : line === '' ? '' : prefix + line))
    .join('\n')
}

const itemLead = fc.constantFrom(
  ...['- ', '* ', '+ ', '1. ', '2. ', '10) ', '-   ', '-\t', ' - ', '- [ ] ', '- [x] ', '- [/] ', '1. [ ] '],
)

function itemOf(blocks: Arbitrary<string>): Arbitrary<string> {
  return fc
    .tuple(itemLead, blocks, fc.constantFrom('spaces', 'spaces', 'tab', 'lazy'))
    .map(([mark, text, style]) => {
      const width = /^ *(?:[-*+]|\d+[.)])\s*/.exec(mark)?.[0].replace('\t', '   ').length ?? 2
      return mark + indented(text, style === 'tab' ? '\t' : ' '.repeat(width), style === 'lazy')
    })
}

function quoteOf(blocks: Arbitrary<string>): Arbitrary<string> {
  const prefix = fc.constantFrom('> ', '>', '>\t', ' > ')
  const mark = fc.constantFrom('', '', '[!note]\n', '[!tip]- Title\n', '[!faq]+ *Why* [[x]]\n', '[!q|wide]\n')
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
    { weight: 6, arbitrary: linesArbitrary },
    { weight: 2, arbitrary: heading },
    { weight: 2, arbitrary: code },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: html },
    { weight: 1, arbitrary: definition },
    { weight: 2, arbitrary: dialectBlock },
    { weight: 2, arbitrary: oddBlock },
    { weight: 1, arbitrary: pairedOf(tie('blocks')) },
    { weight: 5, arbitrary: tie('list') },
    { weight: 3, arbitrary: quoteOf(tie('blocks')) },
  ),
}))

/** Blocks of every kind nested in each other; lines end with `\n`, the last one with nothing. */
export const blocksArbitrary: Arbitrary<string> = fc
  .array(blockLetrec.blocks, { minLength: 0, maxLength: 3 })
  .map((parts) => parts.join('\n\n'))
