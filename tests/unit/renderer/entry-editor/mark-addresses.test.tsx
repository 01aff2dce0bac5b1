import { $getRoot, $isElementNode, $isTextNode, type LexicalEditor } from 'lexical'
import { afterEach, describe, expect, it } from 'vitest'
import { createEntrySession } from '../../../../editor/create-entry-session.ts'
import { registerAddressMarks } from '../../../../renderer/entry-editor/mark-addresses.ts'

let end: () => void = () => undefined
afterEach(() => end())

/** A mounted text, its marks, and the work that waits for an idle moment. */
function open(text: string) {
  const host = document.createElement('div')
  document.body.append(host)
  const session = createEntrySession({ text, isEditable: true, onEdited: () => undefined })
  session.editor.setRootElement(host)
  const marks = new Set<AbstractRange>()
  const work: (() => void)[] = []
  const unregister = registerAddressMarks(session.editor, marks, (task) => {
    work.push(task)
    return () => work.splice(work.indexOf(task), 1)
  })
  end = () => {
    unregister()
    session.editor.setRootElement(null)
    session.dispose()
    host.remove()
  }
  function idle(): readonly string[] {
    while (work.length > 0) work.shift()?.()
    return [...marks].map(String)
  }
  return { editor: session.editor, host, marks, work, idle, unregister }
}

function setFirstText(editor: LexicalEditor, text: string): void {
  editor.update(
    () => {
      const block = $getRoot().getFirstChild()
      const leaf = $isElementNode(block) ? block.getFirstDescendant() : null
      if ($isTextNode(leaf)) leaf.setTextContent(text)
    },
    { discrete: true },
  )
}

describe('marks at bare addresses', () => {
  it('stand at every address in prose and lists, and leave the page as it is', () => {
    const { host, idle } = open('See https://a.example/x, or www.b.example.\n\n- mail me@c.example\n')
    const before = host.innerHTML
    expect(idle()).toEqual(['https://a.example/x', 'www.b.example', 'me@c.example'])
    expect(host.innerHTML).toBe(before)
  })

  it('leave out links and code', () => {
    const { idle } = open(
      '[https://a.example](https://b.example) `https://c.example`\n\n```\nhttps://d.example\n```\n',
    )
    expect(idle()).toEqual([])
  })

  it('follow the text of a changed block alone', () => {
    const { editor, marks, idle } = open('one https://a.example\n\ntwo https://b.example\n')
    idle()
    const [, second] = marks
    setFirstText(editor, 'now www.c.example and www.d.example')
    expect(idle().toSorted()).toEqual(['https://b.example', 'www.c.example', 'www.d.example'])
    expect(marks.has(second as AbstractRange)).toBe(true)
    setFirstText(editor, 'nothing')
    expect(idle()).toEqual(['https://b.example'])
  })

  it('go with their block', () => {
    const { editor, idle } = open('one https://a.example\n\ntwo https://b.example\n')
    idle()
    editor.update(() => $getRoot().getFirstChild()?.remove(), { discrete: true })
    expect(idle()).toEqual(['https://b.example'])
  })

  it('are found in parts when the text is long', () => {
    const { marks, work, idle } = open('https://a.example\n\n'.repeat(100))
    work.shift()?.()
    expect(marks.size).toBeLessThan(100)
    expect(idle()).toHaveLength(100)
  })

  it('are gone after the undo, and no work is left', () => {
    const { editor, marks, work, idle, unregister } = open('https://a.example\n')
    idle()
    setFirstText(editor, 'https://b.example')
    unregister()
    expect([marks.size, work.length]).toEqual([0, 0])
  })
})
