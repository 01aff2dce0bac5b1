import { describe, expect, it } from 'vitest'
import {
  fileName,
  isRemote,
  readAutolink,
  readCalloutKind,
  readPictureSource,
  readWikiLinkSource,
} from '../../../../renderer/entry-editor/opaque-source.ts'

describe('a picture in an entry', () => {
  it.each([
    [
      'embed',
      '![[Pasted image 20250911121314.png]]',
      'Pasted image 20250911121314.png',
      'Pasted image 20250911121314.png',
      null,
    ],
    ['embed', '![[road.png|300]]', 'road.png', 'road.png', 300],
    ['embed', '![[road.png|the road|300x200]]', 'road.png', 'the road', 300],
    ['image', '![the road](img/road.png)', 'img/road.png', 'the road', null],
    ['image', '![](img/the%20road.png "a title")', 'img/the%20road.png', 'the road.png', null],
    ['image', '![a [b] c](<img/my road.png>)', 'img/my road.png', 'a [b] c', null],
    ['image', '![road|120](road.png)', 'road.png', 'road', 120],
    ['image', '![](a\\_b.png)', 'a_b.png', 'a_b.png', null],
  ] as const)('%s %s names file, words and width', (form, source, target, alternative, width) => {
    expect(readPictureSource(form, source)).toEqual({ target, alternative, width })
  })

  it('is none when the embed is an entry or the target stands in a definition', () => {
    expect(readPictureSource('embed', '![[2025-09-20]]')).toBeNull()
    expect(readPictureSource('image', '![the road][road]')).toBeNull()
  })

  it('is remote with a scheme or two slashes, and only then', () => {
    expect(['https://a.org/b.png', '//a.org/b.png', 'ftp://a/b'].map(isRemote)).toEqual([true, true, true])
    expect(['a.png', '/a.png', '../a.png', 'data:image/png;base64,AA=='].map(isRemote)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('keeps a name with a stray percent sign', () => {
    expect(fileName('img/100%.png')).toBe('100%.png')
  })
})

describe('the other pieces of source', () => {
  it('wiki links show the words after the bar', () => {
    expect(readWikiLinkSource('[[2025-09-20#next steps|the plan]]')).toEqual({
      target: '2025-09-20#next steps',
      label: 'the plan',
    })
    expect(readWikiLinkSource('[[mentorship]]')).toEqual({ target: 'mentorship', label: 'mentorship' })
    expect(readWikiLinkSource('mentorship')).toBeNull()
  })

  it('callout kinds are folded to lower case', () => {
    expect(readCalloutKind('[!WARNING]- ')).toBe('warning')
  })

  it('an address of a person opens as mail', () => {
    expect(readAutolink('<me@example.org>')).toBe('mailto:me@example.org')
    expect(readAutolink('<https://example.org/a>')).toBe('https://example.org/a')
  })
})
