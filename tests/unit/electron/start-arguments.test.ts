import path from 'node:path'
import { expect, test } from 'vitest'
import { readStartArguments } from '../../../electron/start-arguments.ts'

const from = path.resolve('/home/ada')

test.each([
  [['.', '--journal', 'notes'], path.join(from, 'notes')],
  [['--no-sandbox', '.', '--journal=/srv/my notes'], path.resolve('/srv/my notes')],
  [['--journal', '../x'], path.resolve('/home/x')],
  [['.'], null],
  [['--journal'], null],
  [['--journal='], null],
  [['--journal', '--other'], null],
  [['--journals', 'x'], null],
])('reads the journal of %j', (args, journal) => {
  expect(readStartArguments(args, from, {}).journal).toBe(journal)
})

test('the environment says where settings live, else the switch, else the system', () => {
  const args = ['--user-data-dir=/switch']
  expect(readStartArguments(args, from, { CAIRN_USER_DATA: '/environment' }).userData).toBe(
    path.resolve('/environment'),
  )
  expect(readStartArguments(args, from, { CAIRN_USER_DATA: '' }).userData).toBe(path.resolve('/switch'))
  expect(readStartArguments([], from, {}).userData).toBeNull()
})
