import { describe, expect, it } from 'vitest'
import { stemWord } from '../../../../shared/search/stem.ts'

describe('stemming', () => {
  it.each([
    ['apply', 'applied', 'applies', 'applying'],
    ['mentor', 'mentors', 'mentored', 'mentoring'],
    ['write', 'writes', 'writing'],
    ['run', 'runs', 'running'],
    ['class', 'classes'],
    ['interview', 'interviews', 'interviewing'],
  ])('puts the forms of %s together', (...forms) => {
    expect(new Set(forms.map(stemWord)).size).toBe(1)
  })

  it.each(['us', 'is', 'this', 'news', 'thing', 'red', 'analysis', 'красота'])(
    'leaves %s alone or nearly so',
    (word) => {
      expect(stemWord(word).length).toBeGreaterThanOrEqual(word.length - 1)
    },
  )
})
