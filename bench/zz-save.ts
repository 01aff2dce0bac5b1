import { $getNodeByKey, $getRoot, $isTextNode, UNDO_COMMAND } from 'lexical'
import { createEntrySession } from '../editor/create-entry-session.ts'
import { makeManyBlocks, makeOneList } from './support/long-texts.ts'
const list = process.argv.includes('--list')
const { text } = list ? makeOneList('', (_, n) => n >= 2000) : makeManyBlocks('', 1_000_000)
let nowMs = 0
const session = createEntrySession({ text, isEditable: true, onEdited: () => undefined, nowMs: () => (nowMs += 60000) })
const { editor } = session
const leaves = editor.read(() => $getRoot().getAllTextNodes().map((n) => n.getKey()))
console.log('leaves', leaves.length, 'blocks', editor.read(() => $getRoot().getChildrenSize()))
function key(i: number) {
  const k = leaves[Math.floor((leaves.length * i) / 41)] as string
  editor.update(() => { const n = $getNodeByKey(k); if ($isTextNode(n)) n.setTextContent(n.getTextContent() + 'x') }, { discrete: true })
}
function measuredSave() { return session.readText() }
key(1); session.readText(); editor.dispatchCommand(UNDO_COMMAND, undefined); session.readText()
for (let i = 2; i < 40; i++) {
  key(i)
  const b = process.cpuUsage(); const w = performance.now()
  measuredSave()
  const c = process.cpuUsage(b)
  if (i % 5 === 0) console.log('save', ((c.user + c.system) / 1000).toFixed(1), (performance.now() - w).toFixed(1))
  if (process.argv.includes('--undo')) editor.dispatchCommand(UNDO_COMMAND, undefined)
}
