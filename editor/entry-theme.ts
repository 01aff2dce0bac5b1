import type { EditorThemeClasses } from 'lexical'

/**
 * The class names of the editor's elements, for the style sheet.
 *
 * Structure: `ul.cairn-list.cairn-list-bullet | ol.cairn-list.cairn-list-number > li.cairn-item(.cairn-item-boxed
 * (.cairn-item-done)) > input.cairn-box? + blocks`; an item's text is a `p.cairn-p`, a sub-list a block of its item.
 * `blockquote.cairn-quote > blocks`. `code.cairn-code[data-info]` is a block. `span.cairn-opaque[data-form]` and
 * `div.cairn-source[data-form]` are drawn by the view (see `EntryDecoration`), `hr.cairn-rule` is bare;
 * `.cairn-selected` marks a rule or source block selected as a whole. Cells have `text-align` inline.
 */
export const entryTheme: EditorThemeClasses = {
  paragraph: 'cairn-p',
  heading: { h1: 'cairn-h1', h2: 'cairn-h2', h3: 'cairn-h3', h4: 'cairn-h4', h5: 'cairn-h5', h6: 'cairn-h6' },
  quote: 'cairn-quote',
  listBullet: 'cairn-list cairn-list-bullet',
  listNumber: 'cairn-list cairn-list-number',
  item: 'cairn-item',
  itemBoxed: 'cairn-item-boxed',
  itemDone: 'cairn-item-done',
  // Also what every check box of the window is: it is drawn by the same rules.
  box: 'cb cairn-box',
  code: 'cairn-code',
  rule: 'cairn-rule',
  opaqueInline: 'cairn-opaque',
  sourceBlock: 'cairn-source',
  selected: 'cairn-selected',
  link: 'cairn-link',
  table: 'cairn-table',
  tableRow: 'cairn-table-row',
  tableCell: 'cairn-cell',
  tableCellHeader: 'cairn-cell-header',
  tableCellSelected: 'cairn-cell-selected',
  tableSelection: 'cairn-table-selection',
  text: {
    bold: 'cairn-bold',
    italic: 'cairn-italic',
    strikethrough: 'cairn-strike',
    code: 'cairn-inline-code',
  },
}
