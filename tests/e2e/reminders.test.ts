import { expect, type ElectronApplication } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { dayFromToday, expectOpenFile, readText } from '../support/app-page.ts'

/** From now on notifications are noted instead of shown. Gives what reads them, and what clicks the last. */
async function recordNotifications(electron: ElectronApplication) {
  await electron.evaluate(({ Notification }) => {
    const shown: { title: string; body: string; click: () => void }[] = []
    Object.assign(globalThis, { shownNotifications: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push({ title: this.title, body: this.body, click: () => void this.emit('click') })
    }
  })
  return {
    read: () =>
      electron.evaluate(() =>
        (Reflect.get(globalThis, 'shownNotifications') as { title: string; body: string }[]).map(
          ({ title, body }) => `${title}: ${body}`,
        ),
      ),
    clickLast: () =>
      electron.evaluate(() =>
        (Reflect.get(globalThis, 'shownNotifications') as { click: () => void }[]).at(-1)?.click(),
      ),
  }
}

/** The computer sleeps for so many ms, as the main process sees it. */
async function sleepFor(electron: ElectronApplication, ms: number): Promise<void> {
  await electron.evaluate(({ powerMonitor }, slept) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + slept
    powerMonitor.emit('resume')
  }, ms)
}

test('reminders are offered once, told by one notification after the computer slept, and a click opens the place', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    'plans.md': `# Plans\n\nWords.\n\n- [ ] write to Ines 📅 ${dayFromToday(40)}\n`,
    'other.md': `# Other\n\nWords.\n\n- [ ] send the form 📅 ${dayFromToday(1)}\n`,
  })
  const { page, electron } = await launch({ journal: folder })
  const notifications = await recordNotifications(electron)
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('tree', { name: 'Steps' })).toContainText('send the form')
  await page.getByRole('button', { name: 'Remind me' }).click()
  await expect(page.getByRole('button', { name: 'Remind me' })).toHaveCount(0)

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('checkbox', { name: 'Remind me of what is due' })).toBeChecked()
  await expect(settings.getByText('Only while Cairn runs.')).toBeVisible()
  // Quiet from an hour to itself is never: the test may run at any hour.
  await settings.getByLabel('Quiet from').fill('07:00')
  await expect(settings.getByText('never quiet')).toBeVisible()
  await page.keyboard.press('Escape')

  expect(await notifications.read()).toEqual([])
  await sleepFor(electron, 2 * 86_400_000)
  await expect.poll(notifications.read).toEqual([`Was due on ${dayFromToday(1)}: send the form`])
  await notifications.clickLast()
  await expectOpenFile(page, 'other.md')
  await sleepFor(electron, 3_600_000)
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('tree', { name: 'Steps' })).toContainText('send the form')
  expect(await notifications.read()).toHaveLength(1)
})

test('a calendar file is kept up to date where the user chose, until the user ends it', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'plans.md': `- [ ] write to Ines 📅 ${dayFromToday(4)}\n` })
  const file = path.join(makeJournal({}), 'steps.ics')
  const { page, electron } = await launch({ journal: folder })
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Keep a calendar file up to date…' }).click()
  await expect(settings.getByText(/steps\.ics$/)).toBeVisible()
  await expect.poll(() => readText(file), { timeout: 15_000 }).toContain('SUMMARY:write to Ines')

  fs.writeFileSync(path.join(folder, 'plans.md'), `- [ ] call the school 📅 ${dayFromToday(4)}\n`)
  await expect.poll(() => readText(file), { timeout: 15_000 }).toContain('SUMMARY:call the school')

  fs.rmSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(path.join(folder, 'plans.md'), `- [ ] sleep 📅 ${dayFromToday(4)}\n`)
  await page.keyboard.press('Escape')
  const notice = page
    .getByRole('alert')
    .filter({ hasText: 'The calendar file is not kept up to date any more' })
  await notice.getByRole('button', { name: 'Try again, or choose another place' }).click()
  await expect(settings.getByText('It is not written any more.')).toBeVisible()
  fs.mkdirSync(path.dirname(file))
  await settings.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => readText(file)).toContain('SUMMARY:sleep')
  await settings.getByRole('button', { name: 'Stop keeping it' }).click()
  await expect(settings.getByRole('button', { name: 'Keep a calendar file up to date…' })).toBeVisible()
})
