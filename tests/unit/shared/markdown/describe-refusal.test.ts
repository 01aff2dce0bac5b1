import { expect, test } from 'vitest'
import { describeRefusal, maskText } from '../../../../shared/markdown/describe-refusal.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

test('a refusal is told by kinds and marks, without a word of the author', () => {
  const candidate = '- [ ] call **Zoë** at 555-1234\n  > [her](https://a.example/x) 日本 👩‍💻\n'
  const [block] = parseEntry(candidate).blocks
  const report = describeRefusal({ block: block!, reason: 'No way.', candidate })
  expect(report).toBe(
    'No way. list (item (paragraph of text, text, text, quote (paragraph of text, text)))\n' +
      '- [ ] xxxx **xxx** xx 000-0000\n  > [xxx](xxxxx://x.xxxxxxx/x) xx ☐‍☐\n',
  )
})

test('every kind of block has a name', () => {
  const text = '# a\n\n---\n\n```\nb\n```\n\n| c |\n|---|\n| d |\n\n<p>e</p>\n'
  const told = parseEntry(text).blocks.map((block) =>
    describeRefusal({ block, reason: '', candidate: '' }).trim(),
  )
  expect(told).toEqual(['heading of text', 'rule', 'code', 'table of 2 rows', 'source, html'])
})

test('marks, spaces and lines are kept as they are', () => {
  expect(maskText('\t* \\*[^1] | `_` |\r\n\u00A0&amp;')).toBe('\t* \\*[^0] | `_` |\r\n\u00A0&xxx;')
})
