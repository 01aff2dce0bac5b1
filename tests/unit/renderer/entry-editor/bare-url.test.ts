import { describe, expect, it } from 'vitest'
import { findBareUrl } from '../../../../renderer/entry-editor/bare-url.ts'

describe('an address that stands bare in the text', () => {
  const text = 'see https://sparai.org/a_(b), or (www.example.org/x). end'

  it('is found from anywhere in it, without the punctuation behind', () => {
    expect(findBareUrl(text, text.indexOf('https'))).toBe('https://sparai.org/a_(b)')
    expect(findBareUrl(text, text.indexOf('_(b)'))).toBe('https://sparai.org/a_(b)')
    expect(findBareUrl(text, text.indexOf('example'))).toBe('https://www.example.org/x')
  })

  it('is none beside it', () => {
    expect(findBareUrl(text, 1)).toBeNull()
    expect(findBareUrl(text, text.indexOf('end'))).toBeNull()
    expect(findBareUrl('javascript:alert(1)', 3)).toBeNull()
  })
})
