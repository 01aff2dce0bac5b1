import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { entryText, readText } from '../support/app-page.ts'

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'

test('the page has nothing of Node, runs no script but its own, and cannot go anywhere', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'page.md': 'words\n' })
  const { page, electron } = await launch({ journal: folder })
  await expect(entryText(page)).toContainText('words')
  const known = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  )
  expect(known).toEqual([])
  const api = await page.evaluate(() => Object.keys(Reflect.get(window, 'cairn') as object))
  expect(api.filter((name) => !/^[a-z]+[A-Z]?\w*$/.test(name) || /invoke|send|channel/i.test(name))).toEqual(
    [],
  )

  const ran = await page.evaluate(async () => {
    const results: string[] = []
    Object.assign(window, { results })
    const script = document.createElement('script')
    script.textContent = 'results.push("inline script")'
    document.body.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'results.push("inline handler")')
    document.body.append(button)
    button.click()
    // In a task of its own: what the test's own call runs is allowed everything.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- what must be refused
          Reflect.apply(globalThis.eval, null, ['results.push("eval")'])
        } catch (error) {
          results.push(`refused: ${(error as Error).name}`)
        }
        resolve()
      })
    })
    results.push(`window: ${window.open('https://example.org/') === null ? 'none' : 'opened'}`)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
    results.push(`notifications: ${await Notification.requestPermission()}`)
    const answer = await navigator.permissions.query({ name: 'geolocation' })
    results.push(`place: ${answer.state}`)
    await fetch('https://example.org/').catch((error: Error) => results.push(`fetch: ${error.name}`))
    return results
  })
  expect(ran).toEqual([
    'refused: EvalError',
    'window: none',
    'notifications: denied',
    'place: denied',
    'fetch: TypeError',
  ])
  // Through the main process: Playwright would wait for the navigation to end, and it never begins.
  const inPage = (code: string) =>
    electron.evaluate(
      ({ BrowserWindow }, source) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source) as Promise<unknown>,
      code,
    )
  await inPage('location.href = "https://example.org/"; 0')
  await inPage(
    'const link = document.createElement("a"); link.href = "file:///etc/passwd"; link.target = "_blank"; document.body.append(link); link.click(); 0',
  )
  expect(await inPage('location.href + document.querySelector("[role=textbox]").textContent')).toBe(
    'cairn-app://window/index.htmlwords',
  )
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  // The page that stayed is still told what happens.
  fs.writeFileSync(path.join(folder, 'page.md'), 'words of another program\n')
  await expect
    .poll(() => inPage('document.querySelector("[role=textbox]").textContent'))
    .toBe('words of another program')
})

/** Width of a picture as the page loads it; 0 when it gets none. */
function loadPicture(page: Page, target: string, from = 'page.md'): Promise<number> {
  return page.evaluate(
    ([entry, name]) =>
      new Promise<number>((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve(image.naturalWidth))
        image.addEventListener('error', () => resolve(0))
        image.src = `cairn-picture://journal/?from=${encodeURIComponent(entry ?? '')}&target=${encodeURIComponent(name ?? '')}`
      }),
    [from, target],
  )
}

test('pictures and entries come from inside the journal only, whatever is asked for', async ({
  launch,
  makeJournal,
  temporaryFolder,
}) => {
  const folder = makeJournal({
    'page.md': 'words\n',
    'inside.svg': dot,
    'sub/inner.svg': dot,
    'notes.txt': 'text',
  })
  const secret = path.join(temporaryFolder, 'secret.svg')
  fs.writeFileSync(secret, dot)
  fs.writeFileSync(path.join(temporaryFolder, 'secret.md'), 'secret words\n')
  fs.symlinkSync(secret, path.join(folder, 'link.svg'))
  fs.symlinkSync(path.join(temporaryFolder, 'secret.md'), path.join(folder, 'link.md'))
  fs.symlinkSync(temporaryFolder, path.join(folder, 'up'))
  const { page } = await launch({ journal: folder })
  await expect(entryText(page)).toContainText('words')
  expect(await loadPicture(page, 'inside.svg')).toBe(8)
  expect(await loadPicture(page, 'sub/inner.svg')).toBe(8)
  for (const target of [
    '../secret.svg',
    'sub/../../secret.svg',
    '..%2fsecret.svg',
    '%2e%2e/secret.svg',
    '..\\secret.svg',
    secret,
    `file://${secret}`,
    'link.svg',
    'up/secret.svg',
    'secret.svg',
    'notes.txt',
    'page.md',
    'inside.svg\u0000.png',
  ]) {
    expect(await loadPicture(page, target), target).toBe(0)
  }
  expect(await loadPicture(page, 'secret.svg', '../page.md')).toBe(0)

  const answers = await page.evaluate(
    async (paths) => {
      const api = Reflect.get(window, 'cairn') as unknown as Record<
        string,
        (input: unknown) => Promise<{ ok: boolean }>
      >
      const results: boolean[] = []
      for (const name of paths) {
        results.push((await api['readEntry']?.({ path: name }))?.ok ?? true)
        results.push((await api['saveEntry']?.({ path: name, text: 'x', baseRevision: null }))?.ok ?? true)
        results.push((await api['renameEntry']?.({ path: 'page.md', to: name }))?.ok ?? true)
      }
      return results
    },
    ['../secret.md', '/etc/new.md', 'up/new.md', 'link.md', 'sub/../../new.md'],
  )
  expect(answers.filter((isOk) => isOk)).toEqual([])
  expect(readText(path.join(temporaryFolder, 'secret.md'))).toBe('secret words\n')
  expect(fs.existsSync(path.join(temporaryFolder, 'new.md'))).toBe(false)
  await expect(page.getByRole('treeitem', { name: 'secret' })).toHaveCount(0)
})
