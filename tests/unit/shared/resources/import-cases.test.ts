import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../../shared/entry/front-matter.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'

const file = '../shared/cases/import-cases.json'
const anyCase = v.object({
  id: v.string(),
  kind: v.string(),
  name: v.string(),
  input: v.string(),
  expect: v.unknown(),
})
const resourceSchema = v.array(
  v.object({
    title: v.string(),
    url: v.string(),
    by: v.nullable(v.string()),
    when: v.nullable(v.string()),
    star: v.boolean(),
  }),
)
const frontMatterSchema = v.object({
  data: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  body: v.string(),
})

function casesOf(kind: string): readonly v.InferOutput<typeof anyCase>[] {
  if (!existsSync(file)) return []
  return v
    .parse(v.array(anyCase), JSON.parse(readFileSync(file, 'utf8')))
    .filter((each) => each.kind === kind)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function isoMonth(written: string): string {
  const [name = '', year = ''] = written.split(' ')
  return `${year}-${String(months.indexOf(name) + 1).padStart(2, '0')}`
}

describe.skipIf(!existsSync(file))(`collected cases (skipped without ${file})`, () => {
  it('are there', () => {
    expect(casesOf('resources').length).toBeGreaterThan(0)
    expect(casesOf('frontmatter').length).toBeGreaterThan(0)
  })

  it.each(casesOf('resources').map((each) => [each.name, each] as const))('resource line: %s', (_, each) => {
    const expected = v.parse(resourceSchema, each.expect)
    const found = readResources(parseEntry(each.input))
    expect(
      found.map((use) => ({
        title: use.title,
        url: use.url,
        authors: use.authors,
        month: use.month,
        star: use.isMustRead,
      })),
    ).toEqual(
      expected.map((one) => ({
        title: one.title,
        url: one.url,
        authors: one.by === null ? [] : [one.by],
        month: one.when === null ? null : isoMonth(one.when),
        star: one.star,
      })),
    )
  })

  it.each(casesOf('frontmatter').map((each) => [each.name, each] as const))('front matter: %s', (_, each) => {
    const expected = v.parse(frontMatterSchema, each.expect)
    const parsed = parseEntry(each.input)
    expect(parsed.text.slice(parsed.bodyFrom)).toBe(expected.body)
    expect(Object.fromEntries(readFrontMatter(parsed).values)).toEqual(expected.data ?? {})
  })
})
