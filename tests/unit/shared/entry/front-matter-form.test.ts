import { describe, expect, it } from 'vitest'
import { readFrontMatterForm, writeFrontMatterForm } from '../../../../shared/entry/front-matter-form.ts'

const yaml = '---\nTitle: "A"  # mine\ndate: 2025-09-20T10:00:00Z\ntags: [a, b]\nseries: x\n---\n# body\n'

describe('front matter by fields', () => {
  it('reads what has a field, in any spelling of the key', () => {
    expect(readFrontMatterForm(yaml)).toEqual({
      fields: { title: 'A', date: '2025-09-20T10:00:00Z', isDraft: false, tags: ['a', 'b'] },
      source: yaml.slice(0, yaml.indexOf('# body')),
      problem: null,
    })
    expect(readFrontMatterForm('# no head\n')).toEqual({
      fields: { title: '', date: '', isDraft: false, tags: [] },
      source: '',
      problem: null,
    })
  })

  it('writes what differs and nothing else', () => {
    const { fields } = readFrontMatterForm(yaml)
    expect(writeFrontMatterForm(yaml, fields)).toEqual({ ok: true, value: yaml })
    expect(
      writeFrontMatterForm(yaml, { ...fields, title: 'B', isDraft: true, tags: ['a', 'c', 'b'] }),
    ).toEqual({
      ok: true,
      value: yaml
        .replace('"A"', '"B"')
        .replace('[a, b]', '[a, c, b]')
        .replace('series: x\n', 'series: x\ndraft: true\n'),
    })
  })

  it('keeps tags in one text when they stood in one, and gives front matter to an entry without', () => {
    const text = '+++\ntags = "a, b"\n+++\n'
    const fields = { title: '', date: '', isDraft: false, tags: ['a', 'c'] }
    expect(writeFrontMatterForm(text, fields)).toEqual({ ok: true, value: text.replace('a, b', 'a, c') })
    expect(writeFrontMatterForm('body\n', { ...fields, tags: [], isDraft: true })).toEqual({
      ok: true,
      value: '---\ndraft: true\n---\nbody\n',
    })
  })

  it('leaves alone what cannot be read, and says why', () => {
    const broken = '---\ntitle: [a\n---\n'
    expect(readFrontMatterForm(broken).problem).not.toBeNull()
    const written = writeFrontMatterForm(broken, { title: 'B', date: '', isDraft: false, tags: [] })
    expect(written.ok ? written.value : written.error.code).toBe('invalid-input')
  })
})
