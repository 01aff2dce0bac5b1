/** Edits of tables. */

import type { DraftNode } from './tree-draft.ts'
import { listNodes, textRun } from './tree-draft.ts'
import type { TreeEdit } from './tree-edits.ts'

const newCell = (text: string) =>
  ({ type: 'cell', runs: text === '' ? [] : [textRun(text)] }) as unknown as DraftNode

export const tableEdits: readonly TreeEdit[] = [
  {
    name: 'cell',
    lines: 'one-line',
    apply: (blocks, random) => {
      const cell = random.pick(listNodes(blocks, 'cell'))
      if (cell === undefined) return false
      cell.runs.push(textRun(random.pick([' more', ' a|b', ' *']) ?? ' more'))
      return true
    },
  },
  {
    name: 'cellEmpty',
    lines: 'one-line',
    apply: (blocks, random) => {
      const cell = random.pick(listNodes(blocks, 'cell').filter(({ runs }) => runs.length > 0))
      if (cell === undefined) return false
      cell.runs = []
      return true
    },
  },
  {
    name: 'rowAdd',
    lines: 'insert',
    apply: (blocks, random) => {
      const table = random.pick(listNodes(blocks, 'table'))
      if (table === undefined) return false
      const cells = table.align.map((_, at) => newCell(at === 0 ? 'new row' : ''))
      table.rows.splice(1 + random.below(table.rows.length), 0, {
        type: 'row',
        cells,
      } as unknown as DraftNode)
      return true
    },
  },
  {
    name: 'rowDelete',
    lines: 'delete',
    apply: (blocks, random) => {
      const table = random.pick(listNodes(blocks, 'table').filter(({ rows }) => rows.length > 1))
      if (table === undefined) return false
      table.rows.splice(1 + random.below(table.rows.length - 1), 1)
      return true
    },
  },
  {
    name: 'colAdd',
    lines: 'any',
    apply: (blocks, random) => {
      const table = random.pick(listNodes(blocks, 'table'))
      if (table === undefined) return false
      const at = random.below(table.align.length + 1)
      table.align.splice(at, 0, null)
      table.rows.forEach((row, index) => row.cells.splice(at, 0, newCell(index === 0 ? 'new' : '')))
      return true
    },
  },
  {
    name: 'colDelete',
    lines: 'any',
    apply: (blocks, random) => {
      const table = random.pick(listNodes(blocks, 'table').filter(({ align }) => align.length > 1))
      if (table === undefined) return false
      const at = random.below(table.align.length)
      table.align.splice(at, 1)
      for (const row of table.rows) row.cells.splice(at, 1)
      return true
    },
  },
  {
    name: 'colAlign',
    lines: 'one-line',
    apply: (blocks, random) => {
      const table = random.pick(listNodes(blocks, 'table'))
      if (table === undefined) return false
      const at = random.below(table.align.length)
      table.align[at] = table.align[at] === 'center' ? null : 'center'
      return true
    },
  },
]
