import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { click, find, openWindow, settle } from '../app/open-window.tsx'

let opened: Awaited<ReturnType<typeof openWindow>> | null = null
afterEach(async () => {
  await opened?.close()
  opened = null
})

async function openAgenda(files: Readonly<Record<string, string>>) {
  opened = await openWindow({ files })
  const { run } = opened
  await act(async () => run('show-agenda'))
  await settle()
  return opened
}

const programs =
  '# Research programs\n\n[A](https://a.example) (full-time, Berlin)\n[B](https://b.example) (part-time)\n'

test('full-time programs are folded away for someone with a job, and can be looked at', async () => {
  const { fake } = await openAgenda({ 'programs.md': programs })
  const table = () => [...document.querySelectorAll('.programs tbody tr')].map((row) => row.textContent ?? '')
  expect(table()).toHaveLength(2)
  await click(document.querySelector<HTMLElement>('.full-time input')!)
  expect(fake.calls.find(({ name }) => name === 'changeMemory')?.input).toEqual({
    name: 'settings',
    patch: { hidesFullTimePrograms: true },
    baseRevision: null,
  })
  expect(table()).toEqual([expect.stringContaining('B'), '1 full-time program'])
  expect(document.querySelector('.programs')?.textContent).toContain('One program has no deadline yet.')
  const fold = find('button', '1 full-time program')
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  await click(fold)
  expect(table()).toHaveLength(3)
})

test('reminders are offered once, and only where something has a date to come', async () => {
  const { fake } = await openAgenda({ 'a.md': '- [ ] form 📅 2999-01-01\n' })
  await click(find('button', 'No, thanks'))
  expect(fake.calls.find(({ name }) => name === 'updateSettings')?.input).toEqual({
    hasReminders: false,
    isReminderOfferClosed: true,
  })
  expect(document.querySelector('.offer')).toBeNull()
  await opened?.close()
  await openAgenda({ 'a.md': '- [ ] form\n' })
  expect(document.querySelector('.offer')).toBeNull()
})

test('a clicked reminder opens its place, or the agenda', async () => {
  opened = await openWindow({ files: { 'a.md': '# A\n', 'b.md': '# B\n\n- [ ] form\n' } })
  const { fake, stores } = opened
  await act(async () => fake.emit('reminderChosen', { place: { path: 'b.md' as never, from: 5 } }))
  await settle()
  expect(stores.openEntry.getState().copy?.getState().path).toBe('b.md')
  await act(async () => fake.emit('reminderChosen', { place: null }))
  await settle()
  expect(stores.overview.getState().shown).toBe('agenda')
})

test('a notice of the main process leads to the command it names', async () => {
  opened = await openWindow({ files: { 'a.md': '# A\n' } })
  const { fake, stores } = opened
  const wayOut = { label: 'Try again', command: 'open-settings' } as const
  await act(async () =>
    fake.emit('noticeRaised', { id: 'x', tone: 'warn', title: 'It failed', detail: '', wayOut }),
  )
  await click(find('button', 'Try again'))
  expect(stores.dialog.getState().shown).toBe('settings')
})

test('the week names what is asked, and a day of the month leads to its week', async () => {
  opened = await openWindow({
    files: { '2020-01-01.md': '# New year\n\n- [x] sleep\n- [ ] form 📅 2020-01-02\n' },
  })
  const { run, stores } = opened
  await act(async () => run('show-calendar'))
  await settle()
  expect(document.querySelector('.asked')?.textContent).toContain('form')
  await act(async () => stores.week.goTo('2020-01-05'))
  await settle()
  expect(document.querySelector('h1')?.textContent).toBe('Week 1')
  const days = [...document.querySelectorAll('.week-days > li')].map((day) => day.textContent ?? '')
  expect(days[2]).toBe('Wed 1New yeardonesleep')
  expect(days[3]).toBe('Thu 2openform')
  expect(days[4]).toBe('Fri 3—')
})
