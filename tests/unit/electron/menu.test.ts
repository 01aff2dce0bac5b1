import { expect, test } from 'vitest'
import { makeMenu, toAccelerator } from '../../../electron/menu.ts'
import { commands, type CommandId } from '../../../shared/contract/commands.ts'

interface Item {
  readonly id?: string
  readonly role?: string
  readonly accelerator?: unknown
  readonly registerAccelerator?: boolean
  readonly submenu?: unknown
  readonly click?: unknown
}

function itemsOf(platform: NodeJS.Platform, chosen: CommandId[] = []): Item[] {
  const template = makeMenu({ platform, isDevelopment: false, choose: (id) => chosen.push(id) })
  return template.flatMap((menu) => (Array.isArray(menu.submenu) ? (menu.submenu as Item[]) : []))
}

test('every command that belongs to a menu is in it, once, and chooses itself', () => {
  const chosen: CommandId[] = []
  const items = itemsOf('linux', chosen).filter((item) => item.id !== undefined)
  expect(items.map((item) => item.id).sort()).toEqual(
    commands
      .filter((command) => command.menu !== null)
      .map((command) => command.id)
      .sort(),
  )
  for (const item of items) (item.click as () => void)()
  expect(chosen).toEqual(items.map((item) => item.id))
})

test('the menu shows the keys of commands and does not listen to them', () => {
  const shown = itemsOf('linux').filter((item) => item.id !== undefined && item.accelerator !== undefined)
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.every((item) => item.registerAccelerator === false)).toBe(true)
})

test.each([
  ['Mod-k', 'CommandOrControl+K'],
  ['Mod-Shift-n', 'CommandOrControl+Shift+N'],
  ['Mod-\\', 'CommandOrControl+\\'],
  ['Alt-ArrowLeft', 'Alt+Left'],
  ['F6', 'F6'],
  ['Mod-/', 'CommandOrControl+/'],
])('%s is %s to the system', (keys, accelerator) => {
  expect(toAccelerator(keys)).toBe(accelerator)
})

test('has the roles that every system expects', () => {
  const roles = (platform: NodeJS.Platform): (string | undefined)[] =>
    makeMenu({ platform, isDevelopment: false, choose: () => undefined }).map((menu) => menu.role)
  expect(roles('darwin')).toEqual(expect.arrayContaining(['appMenu', 'windowMenu', 'help']))
  expect(roles('linux')).not.toContain('appMenu')
  expect(itemsOf('linux').map((item) => item.role)).toEqual(
    expect.arrayContaining(['copy', 'paste', 'quit', 'close']),
  )
  expect(itemsOf('linux').map((item) => item.role)).not.toContain('toggleDevTools')
})
