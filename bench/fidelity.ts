// What the fidelity engine costs, step by step, beside @lexical/markdown on the same texts in the same run.
import {
  $getNodeByKey,
  $getRoot,
  $isTextNode,
  createEditor,
  UNDO_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { createEntrySession } from '../editor/create-entry-session.ts'
import type { EntrySession } from '../editor/entry-session.ts'
import { $importBlocks } from '../editor/import-entry.ts'
import { $importGuarded } from '../editor/import-guarded.ts'
import { entryNodes } from '../editor/nodes/entry-nodes.ts'
import { parseEntry } from '../shared/markdown/parse-entry.ts'
import type { ParsedEntry } from '../shared/markdown/tree.ts'
import { processorMs } from './support/processor-time.ts'
import { makeManyBlocks, makeOneList, type LongText } from './support/long-texts.ts'
import { measurePeer } from './support/peer-markdown.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'

const rounds = 3
/** Keys after which a save is measured, in each round. */
const keysPerRound = 5

const texts: readonly LongText[] = [
  makeManyBlocks('10 kB', 10_000),
  makeManyBlocks('100 kB', 100_000),
  makeManyBlocks('1 MB', 1_000_000),
  makeOneList('2,000 items', (_, items) => items >= 2000),
  makeOneList('100 kB, one list', (length) => length >= 100_000),
  makeOneList('1 MB, one list', (length) => length >= 1_000_000),
]

type Step = 'parse' | 'import' | 'import with guard' | 'open' | 'key' | 'save' | 'undo' | 'save after undo'
type PeerStep = 'importMs' | 'exportMs'
type Times = Map<Step | PeerStep, number[]>

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const figures: Figure[] = []
for (const one of texts) if (only === undefined || one.name === only) figures.push(...measureText(one))
printFigures(figures)

function measureText({ name, text }: LongText): Figure[] {
  const times: Times = new Map()
  for (let round = 0; round < rounds; round += 1) {
    const base = time(times, 'parse', () => parseEntry(text))
    time(times, 'import', () => importInto(base, (blocks) => $importBlocks(blocks, new Map())))
    time(times, 'import with guard', () =>
      importInto(base, (blocks) => $importGuarded(blocks, text, new Map())),
    )
    const session = time(times, 'open', () => createSession(text))
    for (let key = 0; key < keysPerRound; key += 1) measureKey(times, session, text, key)
    session.dispose()
    const peer = measurePeer(text)
    note(times, 'importMs', peer.importMs)
    note(times, 'exportMs', peer.exportMs)
  }
  return describe(name, times)
}

function createSession(text: string): EntrySession {
  let nowMs = 0
  return createEntrySession({
    text,
    isEditable: true,
    onEdited: () => undefined,
    // Every key is a step of its own.
    nowMs: () => (nowMs += 60_000),
  })
}

/** One letter somewhere in the entry, the save after it, and both taken back. */
function measureKey(times: Times, session: EntrySession, text: string, key: number): void {
  const { editor } = session
  const place = findLeaf(editor, (key + 1) / (keysPerRound + 1))
  time(times, 'key', () => typeInto(editor, place))
  const saved = time(times, 'save', () => session.readText())
  if (saved.text === text || saved.refused.length > 0) throw new Error('The key was not saved')
  time(times, 'undo', () => {
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    editor.read(() => null)
  })
  const undone = time(times, 'save after undo', () => session.readText())
  if (undone.text !== text) throw new Error('Undo did not give the text back')
}

/** The text that stands at this share of the entry. */
function findLeaf(editor: LexicalEditor, share: number): NodeKey {
  return editor.read(() => {
    const leaves = $getRoot().getAllTextNodes()
    return leaves[Math.floor(leaves.length * share)]?.getKey() ?? ''
  })
}

function typeInto(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const leaf = $getNodeByKey(key)
      if (!$isTextNode(leaf)) throw new Error('There is no text at this place')
      leaf.setTextContent(`${leaf.getTextContent()}x`)
    },
    { discrete: true },
  )
}

function importInto(base: ParsedEntry, $import: (blocks: ParsedEntry['blocks']) => LexicalNode[]): void {
  const editor = createEditor({ namespace: 'bench', nodes: [...entryNodes] })
  editor.update(() => void $getRoot().append(...$import(base.blocks)), { discrete: true })
}

function time<T>(times: Times, step: Step, run: () => T): T {
  globalThis.gc?.()
  const before = processorMs()
  const result = run()
  note(times, step, processorMs() - before)
  return result
}

function note(times: Times, step: Step | PeerStep, ms: number): void {
  const known = times.get(step)
  if (known === undefined) times.set(step, [ms])
  else known.push(ms)
}

function describe(name: string, times: Times): Figure[] {
  const median = (step: Step | PeerStep): number => quantile(times.get(step) ?? [], 0.5)
  const against = (step: Step, peer: PeerStep): Figure => ({
    name: `${name}: ${step}`,
    value: median(step),
    unit: 'ms',
    ratio: median(step) / median(peer),
    against: peer === 'importMs' ? 'its import' : 'its export',
  })
  const plain = (what: string, step: Step | PeerStep): Figure => ({
    name: `${name}: ${what}`,
    value: median(step),
    unit: 'ms',
    ratio: null,
    against: null,
  })
  return [
    plain('@lexical/markdown import', 'importMs'),
    plain('@lexical/markdown export', 'exportMs'),
    against('parse', 'importMs'),
    against('import', 'importMs'),
    against('import with guard', 'importMs'),
    against('open', 'importMs'),
    plain('key', 'key'),
    against('save', 'exportMs'),
    plain('undo', 'undo'),
    against('save after undo', 'exportMs'),
  ]
}
