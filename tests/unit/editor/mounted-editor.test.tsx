import { $getRoot, COPY_COMMAND, CUT_COMMAND, PASTE_COMMAND, type LexicalEditor } from 'lexical'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { $insertContent } from '../../../editor/clipboard/insert-blocks.ts'
import { $blocksOfHtml } from '../../../editor/clipboard/blocks-of-html.ts'
import { $isRuleNode } from '../../../editor/nodes/rule-node.ts'
import { $isSourceBlockNode } from '../../../editor/nodes/source-block-node.ts'
import { openTypist, outline, settle, type Typist } from '../../support/entry-typing.ts'

let root: HTMLElement

beforeEach(() => {
  root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
})

afterEach(() => root.remove())

function mount(text: string): Typist {
  const typist = openTypist(text)
  typist.editor.setRootElement(root)
  return typist
}

function box(index: number): HTMLInputElement {
  const found = root.querySelectorAll('input')[index]
  if (found === undefined) throw new Error('no such box')
  return found
}

describe('what the page holds', () => {
  test('is one element per block, with the class names of the theme', () => {
    mount(
      '# h\n\np **b** [l](https://a.example)\n\n> q\n\n- i\n\n1. n\n\n```js\nc\n```\n\n---\n\n| a |\n|--:|\n| b |\n\n<div>x</div>\n',
    )
    for (const selector of [
      'h1.cairn-h1',
      'p.cairn-p',
      '.cairn-bold',
      'a.cairn-link[href="https://a.example"]',
      'blockquote.cairn-quote > p',
      'ul.cairn-list-bullet > li.cairn-item > p',
      'ol.cairn-list-number > li',
      'code.cairn-code[data-info="js"]',
      'hr.cairn-rule',
      'table.cairn-table td',
      'div.cairn-source[data-form="html"]',
    ]) {
      expect(root.querySelector(selector), selector).not.toBeNull()
    }
    expect(root.querySelector<HTMLElement>('td')?.style.textAlign).toBe('right')
  })

  test('hands the view plain data for what it draws', () => {
    const typist = openTypist('a [[w]] b\n\n<div>x</div>\n')
    const told: Record<string, unknown>[] = []
    typist.editor.registerDecoratorListener((decorators) => told.push(decorators))
    typist.editor.setRootElement(root)
    const decorations = Object.values(told.at(-1) ?? {})
    expect(decorations).toMatchObject([
      { type: 'opaque-inline', form: 'wiki-link', source: '[[w]]' },
      { type: 'source-block', form: 'html', text: '<div>x</div>' },
    ])
  })

  test('is the same after mounting as before, and mounting is no edit', async () => {
    const typist = mount('a\n\n| a | b |\n|---|---|\n| c | d |\n')
    await settle(typist.editor)
    expect(typist.editCount()).toBe(0)
    expect(typist.text()).toBe('a\n\n| a | b |\n|---|---|\n| c | d |\n')
  })
})

describe('a box', () => {
  test('is a check box in front of the text, labelled by it', () => {
    mount('- [ ] open\n- [x] done\n- [/] half\n- none\n')
    expect(
      [...root.querySelectorAll('li')].map((item) => item.querySelector(':scope > input') !== null),
    ).toEqual([true, true, true, false])
    expect(box(0)).toMatchObject({ type: 'checkbox', checked: false, indeterminate: false })
    expect(box(1).checked).toBe(true)
    expect(box(2).indeterminate).toBe(true)
    expect(box(0).getAttribute('aria-label')).toBe('open')
    expect(box(0).contentEditable).toBe('false')
    expect(box(0).nextElementSibling?.textContent).toBe('open')
  })

  test('ticks its item, and is cleared by undo', async () => {
    const typist = mount('- [ ] open\n- none\n')
    box(0).checked = true
    box(0).dispatchEvent(new Event('change', { bubbles: true }))
    await settle(typist.editor)
    expect(typist.text()).toBe('- [x] open\n- none\n')
    expect(root.querySelector('li')?.className).toBe('cairn-item cairn-item-boxed cairn-item-done')
    await typist.undo()
    expect(typist.text()).toBe('- [ ] open\n- none\n')
    expect(box(0).checked).toBe(false)
  })

  test('keeps its label up to date, and comes and goes with the item', async () => {
    const typist = mount('- [ ] open\n')
    typist.caret('open|')
    await typist.type('ed')
    expect(box(0).getAttribute('aria-label')).toBe('opened')
    typist.caret('|opened')
    await typist.backspace()
    expect(root.querySelector('input')).toBeNull()
    expect(root.querySelector('li')?.textContent).toBe('opened')
    await typist.undo()
    expect(box(0).getAttribute('aria-label')).toBe('opened')
  })

  test('cannot be ticked in an entry that cannot be written', () => {
    const typist = openTypist('- [ ] open\n')
    typist.editor.setEditable(false)
    typist.editor.setRootElement(root)
    expect(box(0).disabled).toBe(true)
  })
})

function clipboardEvent(type: string, data: Record<string, string>): ClipboardEvent {
  const event = new Event(type, { cancelable: true }) as ClipboardEvent
  const clipboardData = {
    getData: (key: string) => data[key] ?? '',
    setData: (key: string, value: string) => (data[key] = value),
  }
  Object.defineProperty(event, 'clipboardData', { value: clipboardData })
  return event
}

describe('the clipboard on a page', () => {
  test('takes Markdown and HTML of what is selected, and gives it back', async () => {
    const typist = mount('# one\n\n- [x] two [l](u)\n\nlast\n')
    typist.select('one…two ')
    const data: Record<string, string> = {}
    const event = clipboardEvent('cut', data)
    typist.editor.dispatchCommand(CUT_COMMAND, event)
    await settle(typist.editor)
    expect(event.defaultPrevented).toBe(true)
    expect(data['text/plain']).toBe('# one\n\n- [x] two')
    expect(data['text/html']).toContain('one')
    typist.caret('last|')
    typist.editor.dispatchCommand(PASTE_COMMAND, clipboardEvent('paste', data))
    await settle(typist.editor)
    expect(typist.text()).toContain('last\n\n# one\n\n- [x] two\n')
  })

  test('copying nothing leaves the clipboard alone', () => {
    const typist = mount('one\n')
    typist.caret('on|e')
    const data: Record<string, string> = {}
    typist.editor.dispatchCommand(COPY_COMMAND, clipboardEvent('copy', data))
    expect(data['text/plain']).toBeUndefined()
  })
})

function pasteHtml(editor: LexicalEditor, html: string): void {
  editor.update(
    () => {
      $getRoot().selectEnd()
      $insertContent({ blocks: $blocksOfHtml(editor, html), isInline: false })
    },
    { discrete: true },
  )
}

describe('HTML from other programs', () => {
  test.each([
    [
      '<h2>t</h2><p>a <b>b</b> <i>i</i> <a href="https://a.example">l</a> <code>c</code></p>',
      '## t\n\na **b** *i* [l](https://a.example) `c`\n',
    ],
    ['<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>', '- a\n  - b\n- c\n\n  d\n'],
    ['<ol start="3"><li>a</li></ol>', '3. a\n'],
    ['<blockquote>text <b>b</b><p>more</p></blockquote>', '> text **b**\n>\n> more\n'],
    ['<pre>if (a) {\n  b\n}</pre>', '```\nif (a) {\n  b\n}\n```\n'],
    ['<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb\n'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
      '| a | b |\n| --- | --- |\n| c | d |\n',
    ],
    [
      '<ul><li><input type="checkbox" checked>a</li><li><input type="checkbox">b</li></ul>',
      '- [x] a\n- [ ] b\n',
    ],
    ['<div><span style="text-decoration: underline">u</span> <script>x</script></div>', 'u\n'],
  ])('%s', (html, expected) => {
    const typist = mount('')
    pasteHtml(typist.editor, html)
    expect(typist.text().trimEnd()).toBe(expected.trimEnd())
  })
})

test('a selected rule wears the class for it, and a click selects it', async () => {
  const typist = mount('a\n\n---\n\nb\n')
  typist.caret('|b')
  await typist.backspace()
  expect(root.querySelector('hr')?.className).toBe('cairn-rule cairn-selected')
  typist.caret('|a')
  await settle(typist.editor)
  expect(root.querySelector('hr')?.className).toBe('cairn-rule')
  expect(typist.editor.read(() => $getRoot().getChildren().some($isRuleNode))).toBe(true)
})

test('a source block takes new text', async () => {
  const typist = mount('a\n\n<div>x</div>\n\nb\n')
  typist.editor.update(
    () => {
      const block = $getRoot().getChildren().find($isSourceBlockNode)
      block?.setText('<div>\ny\n</div>')
    },
    { discrete: true },
  )
  expect(typist.text()).toBe('a\n\n<div>\ny\n</div>\n\nb\n')
  expect(outline(typist.editor)).toContain('source-block')
})
