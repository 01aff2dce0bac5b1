// npm run pictures: takes the pictures of README and user guide from the app itself, into docs/pictures/.
import { setUp } from './setup.mjs'
import { root } from './setup/paths.mjs'

const runtime = setUp({ needsVirtualDisplay: true })
if (!process.argv.includes('--with-display')) {
  const { buildApp } = await import('./build.mjs')
  const { runWithDisplay } = await import('./run-with-display.mjs')
  await buildApp()
  process.exit(
    runWithDisplay(process.execPath, [`${root}/scripts/pictures.mjs`, '--with-display']).status ?? 1,
  )
}

const { default: fs } = await import('node:fs')
const { default: os } = await import('node:os')
const { default: path } = await import('node:path')
const { _electron } = await import('@playwright/test')
const { launchArguments } = await import('./launch.mjs')

const target = path.join(root, 'docs/pictures')
fs.mkdirSync(target, { recursive: true })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-pictures-'))
const journal = path.join(folder, 'journal')
fs.cpSync(path.join(root, 'assets/sample-journal'), journal, { recursive: true })

const app = await _electron.launch({
  executablePath: runtime.path,
  args: [...launchArguments(), '--disable-gpu', root, '--journal', journal],
  env: { ...process.env, CAIRN_USER_DATA: path.join(folder, 'user') },
})
const page = await app.firstWindow()
await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1440, 900))

await page.getByRole('textbox', { name: 'Entry' }).waitFor()
await page
  .getByText(/used in \d/)
  .first()
  .waitFor()
await take('main', 'light')
await take('main-dark', 'dark')

await page.keyboard.press('Control+k')
await page.keyboard.type('superpositon')
await page.getByRole('option').first().waitFor()
await take('search', 'light')
await page.keyboard.press('Escape')

await page.keyboard.press('Control+e')
await page.locator('.cm-content').waitFor()
await take('markdown', 'light')

await app.close()
fs.rmSync(folder, { recursive: true, force: true })
console.log(`pictures in ${target}`)

/** @param {string} name @param {'light' | 'dark'} theme */
async function take(name, theme) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}
