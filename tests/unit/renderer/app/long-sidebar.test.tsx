import { expect, onTestFinished, test } from 'vitest'
import { click, find, openWindow } from './open-window.tsx'

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
