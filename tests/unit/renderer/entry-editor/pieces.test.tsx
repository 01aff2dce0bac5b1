import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { InlineSource } from '../../../../renderer/entry-editor/inline-source.tsx'
import { SourceBlock } from '../../../../renderer/entry-editor/source-block.tsx'
import type { InlineForm } from '../../../../shared/markdown/tree.ts'
import { mount, type Mounted } from './mount.ts'

let mounted: Mounted | null = null
afterEach(async () => {
  await mounted?.unmount()
  mounted = null
})

function createActions() {
  return {
    pictureUrl: (target: string) => `cairn-picture://journal/?target=${encodeURIComponent(target)}`,
    openLink: vi.fn<(url: string) => void>(),
    openEntry: vi.fn<(target: string) => void>(),
    editSource: vi.fn<(nodeKey: string) => void>(),
  }
}

async function draw(form: InlineForm, source: string) {
  const actions = createActions()
  mounted = await mount(<InlineSource nodeKey="7" form={form} source={source} actions={actions} />)
  return { actions, host: mounted.host }
}

describe('a picture in the text', () => {
  it('is loaded from the journal and captioned with its file name', async () => {
    const { host } = await draw('embed', '![[Pasted image 2025.png|300]]')
    const image = host.querySelector('img')
    expect(image?.getAttribute('src')).toBe('cairn-picture://journal/?target=Pasted%20image%202025.png')
    expect(image?.getAttribute('width')).toBe('300')
    expect(host.textContent).toBe('Pasted image 2025.png')
  })

  it('becomes a labelled box when its file is missing', async () => {
    const { host } = await draw('image', '![the road](img/road.png)')
    await act(async () => host.querySelector('img')?.dispatchEvent(new Event('error')))
    expect(host.querySelector('img')).toBeNull()
    expect(host.textContent).toBe('road.pngfile missing')
  })

  it('is never asked for when it lies on the network', async () => {
    const { host } = await draw('image', '![](https://example.org/p.png)')
    expect(host.querySelector('img')).toBeNull()
    expect(host.textContent).toContain('https://example.org/p.png')
    expect(host.textContent).toContain('not loaded')
  })
})

describe('a chip in the text', () => {
  it('opens the entry it names, and its source with Alt', async () => {
    const { host, actions } = await draw('wiki-link', '[[2025-09-18|the plan]]')
    const chip = host.querySelector('button')
    expect(chip?.textContent).toBe('the plan')
    await act(async () => chip?.click())
    expect(actions.openEntry).toHaveBeenCalledWith('2025-09-18')
    await act(async () => chip?.dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true })))
    expect(actions.editSource).toHaveBeenCalledWith('7')
  })

  it('without anything to open edits its source', async () => {
    const { host, actions } = await draw('math', '$a^2$')
    await act(async () => host.querySelector('button')?.click())
    expect(actions.editSource).toHaveBeenCalledWith('7')
    expect(actions.openLink).not.toHaveBeenCalled()
  })

  it('shows a reference picture as its source, since its target stands elsewhere', async () => {
    const { host } = await draw('image', '![the road][road]')
    expect(host.querySelector('button')?.textContent).toBe('![the road][road]')
  })
})

describe('a source block', () => {
  it('shows its text unchanged under its name, with a way to edit it', async () => {
    const actions = createActions()
    const text = '<details>\n  <b>more</b>\n</details>'
    mounted = await mount(<SourceBlock nodeKey="9" form="html" text={text} actions={actions} />)
    expect(mounted.host.querySelector('pre')?.textContent).toBe(text)
    expect(mounted.host.querySelector('figcaption')?.textContent).toContain('HTML')
    await act(async () => mounted?.host.querySelector('button')?.click())
    expect(actions.editSource).toHaveBeenCalledWith('9')
  })
})
