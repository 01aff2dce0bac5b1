import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../../../renderer/app/app.tsx'
import { createRunCommand } from '../../../../renderer/app/command-effects.ts'
import { createNavigation } from '../../../../renderer/app/navigation.ts'
import { createStores } from '../../../../renderer/app/stores.ts'
import { wireWindow } from '../../../../renderer/app/wire-window.ts'
import { createFakeJournal, type FakeJournalOptions } from '../../../support/fake-journal-api.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Lets pending promises, frames and effects happen. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 4))
  })
}

/** The whole window around a journal in memory, in the document of the test. */
export async function openWindow(options: FakeJournalOptions) {
  // Wide enough for the sidebar to stand beside the page.
  Object.assign(window, { innerWidth: 1440, innerHeight: 900 })
  const fake = createFakeJournal(options)
  const stores = createStores(fake.api)
  const navigation = createNavigation(stores)
  const run = createRunCommand(stores, navigation)
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const undo = wireWindow(stores, navigation, run)
  await act(async () => root.render(<App stores={stores} navigation={navigation} run={run} />))
  await act(async () => {
    const settings = await stores.journal.start()
    if (settings) stores.layout.load(settings)
  })
  await settle()
  return {
    fake,
    stores,
    navigation,
    run,
    async close() {
      undo()
      await act(async () => root.unmount())
      host.remove()
    },
  }
}

/** The first element with this role and name. Fails with all names of that role when there is none. */
export function find(role: string, name: string | RegExp, within: ParentNode = document): HTMLElement {
  const all = [...within.querySelectorAll<HTMLElement>(selectors[role] ?? `[role="${role}"]`)]
  const isNamed = (element: HTMLElement) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))
  const found = all.find(isNamed)
  if (!found) throw new Error(`no ${role} “${String(name)}” among: ${all.map(nameOf).join(' | ')}`)
  return found
}

const selectors: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'input[type="checkbox"]',
  textbox: 'input:not([type]), input[type="text"]',
}

function nameOf(element: HTMLElement): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click())
  await settle()
}

export async function press(
  key: string,
  given: KeyboardEventInit = {},
  target: Element = document.activeElement ?? document.body,
): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...given }))
  })
  await settle()
}

/** Puts text into a field as a person would, as far as React can tell. */
export async function fill(field: HTMLElement, text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await settle()
}
