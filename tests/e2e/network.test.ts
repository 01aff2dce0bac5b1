import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { entryMarkdown, entryText, expectFile, openEntry } from '../support/app-page.ts'

/** Addresses in Chromium's own log of the network: requests that reached it, whoever made them. */
function readRequestedAddresses(file: string): string[] {
  const log = fs.readFileSync(file, 'utf8')
  const events = log.slice(log.indexOf('"events"'))
  return [...events.matchAll(/"url":"((?:https?|wss?|ftp):[^"]+)"/g)].map((found) => found[1] ?? '')
}

test('in a whole run not one request goes to the network', async ({
  launch,
  makeJournal,
  temporaryFolder,
}) => {
  const netLog = path.join(temporaryFolder, 'net.json')
  const folder = makeJournal({
    'page.md':
      '# Page\n\n![far](https://example.org/far.png) ![[https://example.org/embed.png]]\n\n<img src="https://example.org/html.png">\n\n<iframe src="https://example.org/"></iframe>\n\n[link](https://example.org/link) and https://example.org/bare\n\nend\n',
    'other.md': '# Other\n',
  })
  const app = await launch({
    journal: folder,
    switches: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'],
  })
  const { page } = app
  await openEntry(page, 'Other', 'other.md')
  await openEntry(page, 'Page', 'page.md')
  await expect(entryText(page).getByText('not loaded: Cairn makes no requests').first()).toBeVisible()
  await entryText(page).getByRole('link', { name: 'link' }).hover()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('example')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('written')
  await page.keyboard.press('Control+e')
  await expectFile(
    path.join(folder, 'page.md'),
    `${fs.readFileSync(path.join(folder, 'page.md'), 'utf8').replace(/written$/, '')}written`,
  )
  await app.stop()
  expect(readRequestedAddresses(netLog)).toEqual([])
  const logs = path.join(app.userData, 'logs')
  const lines = fs.existsSync(logs)
    ? fs.readdirSync(logs).map((name) => fs.readFileSync(path.join(logs, name), 'utf8'))
    : []
  expect(lines.join('\n')).not.toContain('refused a request')
})

test('a request that is made all the same is stopped and logged, and one past that would be seen', async ({
  launch,
  makeJournal,
  temporaryFolder,
}) => {
  const netLog = path.join(temporaryFolder, 'net.json')
  const app = await launch({
    journal: makeJournal({ 'page.md': 'words\n' }),
    switches: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'],
  })
  await expect(entryText(app.page)).toContainText('words')
  const answers = await app.electron.evaluate(async ({ net, session }) => {
    const past = session.fromPartition('not-hardened')
    past.setSpellCheckerLanguages([])
    const fail = (error: Error) => error.message
    return [
      await net.fetch('http://127.0.0.1:9/stopped').then(() => 'answered', fail),
      await past.fetch('http://127.0.0.1:9/seen').then(() => 'answered', fail),
    ]
  })
  expect(answers).not.toContain('answered')
  await app.stop()
  const addresses = new Set(readRequestedAddresses(netLog))
  expect([...addresses]).toContain('http://127.0.0.1:9/seen')
  expect([...addresses]).not.toContain('http://127.0.0.1:9/stopped')
  const logs = path.join(app.userData, 'logs')
  const lines = fs.readdirSync(logs).map((name) => fs.readFileSync(path.join(logs, name), 'utf8'))
  expect(lines.join('\n')).toContain('refused a request to http://127.0.0.1:9/stopped')
})
