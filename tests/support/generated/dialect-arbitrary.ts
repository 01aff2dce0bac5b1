import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/**
 * What stands inside a line and belongs to a dialect (Obsidian, Hugo, Jekyll, Logseq, Pandoc, kramdown), with targets
 * and aliases full of characters that Markdown would read.
 */

const target = fc.constantFrom('page', 'a b', 'snake_case_name', '2*3*4', 'Zürich', 'pic.png', 'a/b.md', '')
const place = fc.constantFrom('', '', '#heading', '#a_b_c', '#^block1', '#one#two')
const alias = fc.constantFrom('', '', '|alias', '|_slanted_', '|*a*', '|300', '|300x200', '|')

const wikiLink = fc
  .tuple(fc.constantFrom('', '!'), target, place, alias)
  .map(([sign, page, heading, shown]) => `${sign}[[${page}${heading}${shown}]]`)

const shortcodeArguments = fc.constantFrom(
  'ref "a_b"',
  'x',
  '/x',
  'figure src="a*b*c" alt="[x](y)"',
  'note /',
  'a | b',
)
const tag = fc
  .tuple(
    fc.constantFrom<readonly [string, string]>(
      ['{{< ', ' >}}'],
      ['{{<', '>}}'],
      ['{{% ', ' %}}'],
      ['{{ ', ' }}'],
      ['{% ', ' %}'],
      ['{%- ', ' -%}'],
    ),
    shortcodeArguments,
  )
  .map(([[open, close], inner]) => open + inner + close)

const math = fc
  .tuple(
    fc.constantFrom('$', '$$'),
    fc.constantFrom('x_1', 'a_b*c*d', '\\frac{a}{b}', 'x^{*}', 'a < b', '\\$'),
  )
  .map(([mark, inner]) => mark + inner + mark)

const note = fc.constantFrom('[^1]', '[^long-name]', '[^nowhere]', '^[a note *here*]')
const obsidian = fc.constantFrom(
  '==mark==',
  '==two *words*==',
  '%%hidden%%',
  '%%a *b* [[c]]%%',
  '#tag',
  '#tag/sub_tag',
  '^id1',
)
const attributes = fc.constantFrom('{.class}', '{#id .a_b}', '{: .x key="*v*"}', '{:.x}', '{ width=50% }')
const logseq = fc.constantFrom('key:: value', '((6523a1b2-aaaa))', '{{query x}}', 'TODO', '[#A]')

/** One token of a dialect, on one line. */
export const dialectArbitrary: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: wikiLink },
  { weight: 3, arbitrary: tag },
  { weight: 2, arbitrary: math },
  { weight: 2, arbitrary: obsidian },
  { weight: 1, arbitrary: note },
  { weight: 1, arbitrary: attributes },
  { weight: 1, arbitrary: logseq },
)

/** Front matter in YAML, TOML or JSON with its fences, often none; also what only looks like it. */
export const headArbitrary: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom(
          'title: x # why',
          'title: "a: b"',
          'tags: [a, "b#c"]',
          'tags:\n  - a\n  - b',
          'date: 2025-09-20T10:00:00Z',
          'long: >-\n  two\n  lines',
          'broken: [',
          '',
          '# note',
        ),
        { maxLength: 4 },
      )
      .map((lines) => ['---', ...lines, '---', ''].join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('title = "x"', 'tags = ["a"]', '[params]', 'd = 2025-09-20', '# note'), {
        maxLength: 3,
      })
      .map((lines) => ['+++', ...lines, '+++', ''].join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('{}', '{ "a": { "b": "}" } }', '{\n "title": "}",\n\t"x": [1]\n}'),
        fc.constantFrom('\n', '\n\n', ' \n'),
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---\nnever: closed\n',
      '---  \na: 1\n---\n\n',
      '{{< x >}}\n',
      '---\n\n---\n',
      '+++\nopen = 1\n',
    ),
  },
)
