import { expect, type ElectronApplication, type Page } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import {
  answerFolderDialog,
  dayFromToday,
  describeFolder,
  entryText,
  expectFile,
  expectOpenFile,
  readText,
} from '../support/app-page.ts'

const today = dayFromToday()
const [year = '', month = '', day = ''] = today.split('-')
/** Newer than today's, so that it is the one that is open before the key is pressed. */
const later = { [`${dayFromToday(2)}.md`]: '# Later\n' }

test.beforeEach(() => {
  test.skip(dayFromToday() !== today, 'midnight came in between')
})

async function openJournal(
  app: { electron: ElectronApplication; page: Page },
  folder: string,
): Promise<void> {
  await answerFolderDialog(app.electron, [folder])
  await app.page.keyboard.press('Control+o')
  await expect(app.page.getByRole('button', { name: path.basename(folder) })).toBeVisible()
  await expectOpenFile(app.page, `${dayFromToday(2)}.md`)
}

test('the entry of today is found by every form of its name and by its front matter, and none is made', async ({
  launch,
  makeJournal,
}) => {
  const app = await launch({ journal: makeJournal(later) })
  await expectOpenFile(app.page, `${dayFromToday(2)}.md`)
  const forms: Readonly<Record<string, string>> = {
    [`${today}.md`]: 'by name\n',
    [`${today}-first-call.md`]: 'by name and title\n',
    [`${year}/${month}/${day}.md`]: 'by folders\n',
    [`${year}${month}${day}.md`]: 'compact\n',
    'notes/what-i-think.md': `---\ndate: ${today}\n---\n\nby front matter\n`,
  }
  for (const [name, text] of Object.entries(forms)) {
    const folder = makeJournal({ ...later, [name]: text })
    await openJournal(app, folder)
    const before = describeFolder(folder)
    await app.page.keyboard.press('Control+n')
    await expectOpenFile(app.page, path.basename(name))
    await expect(entryText(app.page)).toBeFocused()
    await app.page.keyboard.press('Control+n')
    await expect(entryText(app.page)).toBeFocused()
    expect(describeFolder(folder)).toEqual(before)
  }
})

test('the entry of today is found and made where Obsidian keeps it, from its template', async ({
  launch,
  makeJournal,
}) => {
  const app = await launch({ journal: makeJournal(later) })
  await expectOpenFile(app.page, `${dayFromToday(2)}.md`)
  const settings = '{"folder": "Daily", "format": "YYYY/[day] DD.MM.", "template": "Templates/day"}'
  const name = `Daily/${year}/day ${day}.${month}..md`
  const existing = makeJournal({
    ...later,
    '.obsidian/daily-notes.json': settings,
    [name]: 'there already\n',
  })
  await openJournal(app, existing)
  const before = describeFolder(existing)
  await app.page.keyboard.press('Control+n')
  await expectOpenFile(app.page, path.basename(name))
  expect(describeFolder(existing)).toEqual(before)

  const fresh = makeJournal({
    ...later,
    '.obsidian/daily-notes.json': settings,
    'Templates/day.md': '# {{date:DD.MM.YYYY}}\n\n- [ ] begin\n',
  })
  await openJournal(app, fresh)
  await app.page.keyboard.press('Control+n')
  await expectOpenFile(app.page, path.basename(name))
  await expectFile(path.join(fresh, name), `# ${day}.${month}.${year}\n\n- [ ] begin\n`)
})

test('without one, today is made in the form of the others, empty, and only once', async ({
  launch,
  makeJournal,
}) => {
  const app = await launch({ journal: makeJournal(later) })
  const { page } = app
  await expectOpenFile(page, `${dayFromToday(2)}.md`)
  const folder = makeJournal({ [`log/${dayFromToday(2)}.md`]: '# Later\n' })
  await openJournal(app, folder)
  await page.getByRole('button', { name: 'Today', exact: false }).first().click()
  await expectOpenFile(page, `${today}.md`)
  const file = path.join(folder, 'log', `${today}.md`)
  expect(readText(file)).toBe('')
  await page.keyboard.type('what I thought')
  await expect.poll(() => readText(file)?.trimEnd(), { intervals: [100] }).toBe('what I thought')
  const before = describeFolder(folder)
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+n')
  await expect(entryText(page)).toBeFocused()
  await expect(entryText(page)).toHaveText('what I thought')
  expect(describeFolder(folder)).toEqual(before)
})

test('an empty folder invites to write about today', async ({ launch, makeJournal }) => {
  const folder = makeJournal({})
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('A page for today')).toBeVisible()
  await page.getByRole('button', { name: 'Write today’s entry' }).click()
  await expectOpenFile(page, `${today}.md`)
  expect(readText(path.join(folder, `${today}.md`))).toBe('')
})
