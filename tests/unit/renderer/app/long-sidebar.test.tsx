import { act } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { click, find, openWindow, settle } from './open-window.tsx'

test('the sidebar draws the beginning of a long list, and more when asked', async () => {
  const steps = Array.from({ length: 130 }, (_, at) => `- [ ] step ${at}\n`).join('')
  const opened = await openWindow({ files: { '2025-09-20.md': steps } })
  onTestFinished(opened.close)
  const boxes = () => document.querySelectorAll('ul.act > li').length
  expect(boxes()).toBe(100)
  expect(document.body.textContent).toContain('0 of 130 done')
  await click(find('button', 'Show more of 30'))
  expect(boxes()).toBe(130)
  expect(
    [...document.querySelectorAll('button')].filter((one) => /^Show more/.test(one.textContent)),
  ).toEqual([])
})

test('a row of the sidebar leads to where its link or step stands now, not where it stood when it was drawn', async () => {
  const path = '2025-09-20.md'
  const text = '[a page](https://example.org)\n\nbetween\n\n- [ ] a step\n'
  const opened = await openWindow({ files: { [path]: text } })
  onTestFinished(opened.close)
  const went: string[] = []
  const { navigation } = opened
  await act(async () => opened.fake.writeOutside(path, `A new paragraph.\n\n${text}`))
  await settle()
  const { handle } = navigation.seat
  if (handle === null) throw new Error('no editor is shown')
  const reveal = handle.reveal.bind(handle)
  handle.reveal = (offset) => {
    went.push(handle.readText().text.slice(offset, offset + 6))
    reveal(offset)
  }
  await click(find('button', 'a page'))
  await click(find('button', 'a step'))
  expect(went).toEqual(['[a pag', '- [ ] '])
})
