import path from 'node:path'
import { test, type RunningApp } from '../support/app-fixture.ts'
import { clickAfter, entryText, expectFile, openEntry } from '../support/app-page.ts'

/**
 * The operations of a writer by real keys, mouse and clipboard, each on a file with something in it that editors
 * rewrite: what is on the disk after the save is the old file with exactly these lines changed, and after undo it is
 * the old file. One launch does many of them, since a launch costs more than an operation.
 */
interface Operation {
  /** Also the file's name. */
  readonly name: string
  readonly before: string
  readonly edit: (app: RunningApp) => Promise<void>
  readonly after: string
}

/** Presses keys one after the other; a number in front repeats: `3*ArrowLeft`. */
async function press({ page }: RunningApp, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [times, name] = /^\d+\*/.test(key) ? key.split('*') : ['1', key]
    for (let time = 0; time < Number(times); time += 1) await page.keyboard.press(name ?? key)
  }
}

async function type({ page }: RunningApp, text: string): Promise<void> {
  await page.keyboard.type(text)
}

const head = '---\nsubject: "x" # why\ntags: [a,  b]\n---\n'
const listCrlf = '* one  \r\n\t* two [[a_b|c]]\r\n\t* [ ] three\r\n* four\r\n\r\n\r\nend'
const callout = '> [!tip]- Title _a_\n>one word\n> > [!note]+\n> >   deep word\n\n\nend \n'
const shortcodes = '{{< tabs "a_b" >}}\nfirst word {{% note %}} x\n{{< /tabs >}}\n\n*  item word\n'
const table = '|a|b  |\n|--|:-:|\n| c|d \\| e|\n|f\n\nend\n'

const words: readonly Operation[] = [
  {
    name: 'a word typed into a callout',
    before: callout,
    edit: async (app) => {
      await clickAfter(app.page, 'one word')
      await type(app, ' more')
    },
    after: callout.replace('one word', 'one word more'),
  },
  {
    name: 'a word replaced in a nested callout',
    before: callout,
    edit: async (app) => {
      await clickAfter(app.page, 'deep word')
      await press(app, 'Control+Shift+ArrowLeft')
      await type(app, 'text')
    },
    after: callout.replace('deep word', 'deep text'),
  },
  {
    name: 'a word deleted beside shortcodes',
    before: shortcodes,
    edit: async (app) => {
      await clickAfter(app.page, 'item word')
      await press(app, 'Control+Backspace', 'Backspace')
    },
    after: shortcodes.replace('item word', 'item'),
  },
  {
    name: 'bold and italic by keys',
    before: `${head}a word &amp; \\*x\\* __b__  \nlast line\n`,
    edit: async (app) => {
      await clickAfter(app.page, 'a word')
      await press(app, 'Control+Shift+ArrowLeft', 'Control+b', 'Escape')
      // The bar of the selection lay over the line.
      await clickAfter(app.page, 'last')
      await press(app, 'Control+Shift+ArrowLeft', 'Control+i')
    },
    after: `${head}a __word__ &amp; \\*x\\* __b__  \n*last* line\n`,
  },
  {
    name: 'bold taken off by keys',
    before: 'a **bold** b  \n- c\n',
    edit: async (app) => {
      await clickAfter(app.page, 'bold')
      await press(app, 'Control+Shift+ArrowLeft', 'Control+b')
    },
    after: 'a bold b  \n- c\n',
  },
  {
    name: 'an address pasted on a selection',
    before: '+++\nweight = 1 # y\n+++\n\nsee this word [^1]\n\n[^1]: note\n',
    edit: async (app) => {
      await app.electron.evaluate(({ clipboard }) => clipboard.writeText('https://a.example/b_c'))
      await clickAfter(app.page, 'this word')
      await press(app, 'Control+Shift+ArrowLeft', 'Control+v')
    },
    after: '+++\nweight = 1 # y\n+++\n\nsee this [word](https://a.example/b_c) [^1]\n\n[^1]: note\n',
  },
  {
    name: 'the text of a link',
    before: 'see [the link](<u v> "t") and [other][]\n\n[other]: /u\n',
    edit: async (app) => {
      await clickAfter(app.page, 'see ')
      await press(app, '3*ArrowRight')
      await type(app, 'x')
    },
    after: 'see [thex link](<u v> "t") and [other][]\n\n[other]: /u\n',
  },
  {
    name: 'text that looks like Markdown',
    before: 'plain text\n\nnext\n',
    edit: async (app) => {
      await clickAfter(app.page, 'plain text')
      await type(app, ' <b> & 2*3*4 a_b_c 1. x')
    },
    after: 'plain text \\<b> & 2*3*4 a_b_c 1. x\n\nnext\n',
  },
]

const items: readonly Operation[] = [
  {
    name: 'Enter at the end of an item',
    before: listCrlf,
    edit: async (app) => {
      await clickAfter(app.page, 'four')
      await press(app, 'Enter')
      await type(app, 'five')
    },
    after: listCrlf.replace('* four\r\n', '* four\r\n* five\r\n'),
  },
  {
    name: 'Enter in the middle of an item',
    before: listCrlf,
    edit: async (app) => {
      await clickAfter(app.page, 'fo')
      await press(app, 'Enter')
    },
    after: listCrlf.replace('* four\r\n', '* fo\r\n* ur\r\n'),
  },
  {
    name: 'a box ticked by mouse',
    before: listCrlf,
    edit: async ({ page }) => {
      await entryText(page).getByRole('checkbox').click()
    },
    after: listCrlf.replace('[ ]', '[x]'),
  },
  {
    name: 'a box given by keys',
    before: listCrlf,
    edit: async (app) => {
      await clickAfter(app.page, 'four')
      await press(app, 'Control+Enter')
    },
    after: listCrlf.replace('* four', '* [ ] four'),
  },
  {
    name: 'Tab nests an item with the tabs of the file',
    before: listCrlf,
    edit: async (app) => {
      await clickAfter(app.page, 'four')
      await press(app, 'Tab')
    },
    after: listCrlf.replace('* four', '\t* four'),
  },
  {
    name: 'Shift and Tab take an item out',
    before: '1. one\n   - two\n     - three\n2. four\n',
    edit: async (app) => {
      await clickAfter(app.page, 'three')
      await press(app, 'Shift+Tab')
    },
    after: '1. one\n   - two\n   - three\n2. four\n',
  },
  {
    name: 'Alt and an arrow move an item with all below it',
    before: '- one\n- two\n\t- deep _x_  \n\t  lazy\n- three\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'Alt+ArrowUp')
    },
    after: '- two\n\t- deep _x_  \n\t  lazy\n- one\n- three\n',
  },
  {
    name: 'an item cut and pasted by keys',
    before: '- one\n- two [[a_b]]\n- three\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'End', 'Shift+Home', 'Control+x', '2*Backspace')
      await press(app, 'Control+End', 'Enter', 'Control+v')
    },
    after: '- one\n- three\n- two [[a_b]]\n',
  },
]

const blocks: readonly Operation[] = [
  {
    name: 'Enter between paragraphs',
    before: 'one  \ntwo\n\n\nthree\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'Enter')
      await type(app, 'new')
    },
    after: 'one  \ntwo\n\nnew\n\n\nthree\n',
  },
  {
    name: 'a line broken with Shift and Enter',
    before: 'one\\\ntwo words\n\n* end\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'Shift+Enter')
    },
    after: 'one\\\ntwo\\\nwords\n\n* end\n',
  },
  {
    name: 'Backspace at the start joins paragraphs',
    before: '\uFEFFone [[a_b]]\n\ntwo [[b_c]]\n\n***\n\nend\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'Home', 'Backspace')
    },
    after: '\uFEFFone [[a_b]]two [[b_c]]\n\n***\n\nend\n',
  },
  {
    name: 'a heading by its sign',
    before: `${head}one\n\ntwo\n\nthree\n`,
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'Home')
      await type(app, '## ')
    },
    after: `${head}one\n\n## two\n\nthree\n`,
  },
  {
    name: 'a cell of a table',
    before: table,
    edit: async (app) => {
      await clickAfter(app.page, 'c')
      await type(app, 'x|y')
    },
    after: table.replace('| c|', '| cx\\|y|'),
  },
  {
    name: 'a line of code',
    before: '~~~js {a=1}\nlet a = 1\n\n\tb()  \n~~~\nend\n',
    edit: async (app) => {
      await clickAfter(app.page, 'let a = 1')
      await type(app, ' // *x*')
    },
    after: '~~~js {a=1}\nlet a = 1 // *x*\n\n\tb()  \n~~~\nend\n',
  },
  {
    name: 'a paragraph cut and pasted by keys',
    before: 'one\n\ntwo **b** [c](<d e>)\n\n* end\n\nlast\n',
    edit: async (app) => {
      await clickAfter(app.page, 'two')
      await press(app, 'End', 'Shift+Home', 'Control+x', 'Backspace')
      await press(app, 'Control+End', 'Enter', 'Control+v')
    },
    after: 'one\n\n* end\n\nlast\n\ntwo **b** [c](<d e>)\n',
  },
  {
    name: 'a block moved by keys',
    before: 'one\n\n```\ncode\n```\n\nSetext\n---\n\nlast\n',
    edit: async (app) => {
      await clickAfter(app.page, 'last')
      await press(app, 'Alt+ArrowUp')
    },
    after: 'one\n\n```\ncode\n```\n\nlast\n\nSetext\n---\n',
  },
]

/** Opens the operation's file, edits, and looks at the disk; then undoes everything and looks again. */
async function expectFaithful(app: RunningApp, folder: string, operation: Operation): Promise<void> {
  const { name, before, edit, after } = operation
  const file = path.join(folder, `${name}.md`)
  await openEntry(app.page, name, `${name}.md`)
  await edit(app)
  await press(app, 'Control+s')
  await expectFile(file, after)
  await press(app, '25*Control+z', 'Control+s')
  await expectFile(file, before)
}

const groups: readonly (readonly [what: string, operations: readonly Operation[]])[] = [
  ['words, marks and links', words],
  ['items', items],
  ['blocks, cells and code', blocks],
]

for (const [what, operations] of groups) {
  test(`${what}: each edit by keys, mouse or clipboard changes its lines on the disk alone, and is undone`, async ({
    launch,
    makeJournal,
  }) => {
    test.setTimeout(120_000)
    const files = Object.fromEntries(operations.map(({ name, before }) => [`${name}.md`, before]))
    const folder = makeJournal(files)
    const app = await launch({ journal: folder })
    for (const operation of operations)
      await test.step(operation.name, () => expectFaithful(app, folder, operation))
  })
}
