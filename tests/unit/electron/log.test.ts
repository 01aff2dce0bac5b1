import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { createLog } from '../../../electron/log.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

test('writes each message with its time, and an error with its stack', () => {
  const folder = path.join(makeTemporaryFolder(), 'logs')
  const log = createLog(folder)
  log.write('first')
  log.write('second', new Error('broken'))
  log.write('third', 'a word')
  const text = readFileSync(path.join(folder, 'main.log'), 'utf8')
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z first\n/)
  expect(text).toMatch(/Z second\nError: broken\n\s+at /)
  expect(text).toMatch(/Z third\na word\n$/)
})

test('keeps three files at most, the newest lines in the first', () => {
  const folder = makeTemporaryFolder()
  const log = createLog(folder)
  for (const round of [1, 2, 3, 4]) {
    writeFileSync(path.join(folder, 'main.log'), `${round}${'x'.repeat(600_000)}`)
    log.write(`after ${round}`)
  }
  expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
  expect(readFileSync(path.join(folder, 'main.log'), 'utf8')).toContain('after 4')
  expect(readFileSync(path.join(folder, 'main.1.log'), 'utf8')[0]).toBe('4')
  expect(readFileSync(path.join(folder, 'main.2.log'), 'utf8')[0]).toBe('3')
})

test('a log that cannot be written does not stop the app', () => {
  const folder = makeTemporaryFolder({ logs: 'a file where the folder should be' })
  const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  createLog(path.join(folder, 'logs')).write('unheard')
  expect(shown.mock.calls.flat().join(' ')).toContain('unheard')
  shown.mockRestore()
})
