import { registerRichText } from '@lexical/rich-text'
import { registerTablePlugin } from '@lexical/table'
import {
  $addUpdateTag,
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
  HISTORY_PUSH_TAG,
  mergeRegister,
  type EditorState,
  type LexicalEditor,
} from 'lexical'
import { mayWriteMore } from '../shared/actions/tick-action.ts'
import { itemText } from '../shared/entry/plain-text.ts'
import { moveOffset, spliceText } from '../shared/entry/splice-text.ts'
import type { Splice } from '../shared/contract/edits.ts'
import { canonicalKey } from '../shared/markdown/canonical-key.ts'
import { parseEntry } from '../shared/markdown/parse-entry.ts'
import type { SaveOutcome } from '../shared/markdown/save-outcome.ts'
import { saveEntryText } from '../shared/markdown/save/save-entry-text.ts'
import type { ParsedEntry } from '../shared/markdown/tree.ts'
import { $insertContent } from './clipboard/insert-blocks.ts'
import { blocksOfMarkdown } from './clipboard/markdown-of-blocks.ts'
import { registerEntryClipboard } from './clipboard/register-entry-clipboard.ts'
import { registerEntryCommands } from './commands/register-entry-commands.ts'
import { planTicks, registerPlannedTicks, type PlannedTick } from './commands/register-planned-ticks.ts'
import { registerEntryHistory } from './entry-history.ts'
import type { BackgroundSaver, EntrySession, EntrySessionOptions } from './entry-session.ts'
import { EntryProjection } from './entry-projection.ts'
import { entryTheme } from './entry-theme.ts'
import type { BaseByKey } from './import-entry.ts'
import { $importGuarded } from './import-guarded.ts'
import { $findItemByNumber } from './item-number.ts'
import { entryNodes } from './nodes/entry-nodes.ts'
import { $projectItem } from './project-entry.ts'
import { OpenedTexts } from './opened-texts.ts'
import { registerBlockSelection } from './register-block-selection.ts'
import { registerTableObserver } from './register-table-observer.ts'
import { registerEdgeParagraphs } from './register-edge-paragraphs.ts'
import { $replaceBlocks } from './replace-blocks.ts'
import { $readCaretOffset } from './read-caret-offset.ts'
import { $revealOffset } from './reveal-offset.ts'
import { registerMarkdownShortcuts } from './shortcuts/register-markdown-shortcuts.ts'
import { writeRefusedWords } from './text-with-refused.ts'
import { FROM_DISK_TAG, trackDirtyBlocks } from './track-dirty-blocks.ts'

/** A save of an entry up to this length (UTF-16 code units) is worked out sooner than a message to a thread pays. */
const largestAtOnce = 50_000

/**
 * Opens an entry's text in a rich-text editor. Runs without a document; the view calls `editor.setRootElement` later.
 *
 * Errors inside Lexical are thrown: they are bugs.
 */
export function createEntrySession(options: EntrySessionOptions): EntrySession {
  const editor = createEditor({
    namespace: 'cairn-entry',
    nodes: [...entryNodes],
    theme: entryTheme,
    editable: options.isEditable,
    onError: (error) => {
      throw error
    },
  })
  const content = new SessionContent(editor, parseEntry(options.text), options.saver)
  const { tickStyle } = options
  /** One edit of the text, which the user made: it can be undone, and is told. */
  function tick(ticks: readonly PlannedTick[]): boolean {
    const isChanged = tickStyle !== undefined && content.edit((text) => planTicks(text, ticks, tickStyle()))
    if (isChanged) options.onEdited()
    return isChanged
  }
  // Before loading: a transform that is registered marks every node there is, and would walk a loaded entry twice.
  const unregisterBehaviour = mergeRegister(
    registerRichText(editor),
    registerTablePlugin(editor),
    registerTableObserver(editor),
    registerBlockSelection(editor),
    registerEdgeParagraphs(editor),
    registerEntryCommands(editor),
    tickStyle === undefined ? () => undefined : registerPlannedTicks(editor, tickStyle, tick),
    registerEntryClipboard(editor),
    registerMarkdownShortcuts(editor),
  )
  content.load()
  // After loading, which is neither an edit nor a step that can be undone.
  const unregisterMemory = mergeRegister(
    trackDirtyBlocks(editor, content.projection, options.onEdited),
    registerEntryHistory(editor, options.nowMs),
  )
  return {
    editor,
    readText: () => content.read(),
    readTextAside: () => content.readAside(),
    readTextWithRefused: () => content.readWithRefused(),
    replaceText: (text) => content.replace(text),
    reveal: (offset) => content.reveal(offset),
    readCaret: () => content.readCaret(),
    insertMarkdown: (markdown) => insertMarkdown(editor, markdown),
    setBox: (itemNumber, text, box) =>
      tickStyle !== undefined && mayWriteMore(text, tickStyle())
        ? tick([{ locator: { itemNumber, text }, box }])
        : setBox(editor, itemNumber, text, box),
    dispose: () => {
      unregisterMemory()
      unregisterBehaviour()
      content.close()
      editor.setRootElement(null)
    },
  }
}

function insertMarkdown(editor: LexicalEditor, markdown: string): void {
  editor.update(
    () => {
      if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
      $insertContent({ blocks: blocksOfMarkdown(markdown), isInline: true })
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  )
}

/** The parsed base, which Lexical nodes came from it, and what was projected and saved last. */
class SessionContent {
  readonly projection = new EntryProjection()
  private readonly editor: LexicalEditor
  private readonly saver: BackgroundSaver | undefined
  /** What the saver was told of. */
  private readonly longBases = new Set<ParsedEntry>()
  private base: ParsedEntry
  private readonly openedTexts = new OpenedTexts()
  private saved: { readonly state: EditorState; readonly outcome: SaveOutcome } | null = null

  constructor(editor: LexicalEditor, base: ParsedEntry, saver: BackgroundSaver | undefined) {
    this.editor = editor
    this.saver = saver
    this.base = base
  }

  /** Call once, before anything else. */
  load(): void {
    const bases: BaseByKey = new Map()
    this.editor.update(
      () => {
        $getRoot().append(...$importGuarded(this.base.blocks, this.base.text, bases))
        // An entry without blocks still needs one to type in; it stands for nothing in the base.
        if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode())
      },
      { discrete: true, tag: FROM_DISK_TAG },
    )
    this.editor.read(() => this.projection.$seed(this.base, bases))
    this.openedTexts.keep(0, { base: this.base, bases })
    this.prepareSaver()
  }

  /** Undo that goes behind a replaced text makes the one before it the base again, front matter and all. */
  private followHistory(): void {
    const opened = this.openedTexts.find(this.editor.getEditorState())
    if (opened === null || opened.base === this.base) return
    this.base = opened.base
    this.projection.restart(opened.bases)
    this.saved = null
  }

  read(): SaveOutcome {
    this.followHistory()
    return this.editor.read(() => {
      const state = this.editor.getEditorState()
      if (this.saved?.state === state) return this.saved.outcome
      const outcome = saveEntryText(this.base, this.projection.$readBlocks())
      this.saved = { state, outcome }
      return outcome
    })
  }

  /** For a long entry the saver works it out; what is typed meanwhile belongs to the next reading. */
  async readAside(): Promise<SaveOutcome> {
    this.followHistory()
    const { base, saver } = this
    if (saver === undefined || base.text.length <= largestAtOnce) return this.read()
    const { state, intended } = this.editor.read(() => ({
      state: this.editor.getEditorState(),
      intended: this.projection.$readBlocks(),
    }))
    if (this.saved?.state === state) return this.saved.outcome
    this.longBases.add(base)
    const outcome = await saver.save(base, intended)
    if (this.base === base && this.editor.getEditorState() === state) this.saved = { state, outcome }
    return outcome
  }

  /** Tells the saver of a long base before its first save. */
  private prepareSaver(): void {
    if (this.saver === undefined || this.base.text.length <= largestAtOnce) return
    this.longBases.add(this.base)
    this.saver.open(this.base)
  }

  close(): void {
    for (const base of this.longBases) this.saver?.close(base)
  }

  readWithRefused(): string {
    const outcome = this.read()
    if (outcome.refused.length === 0) return outcome.text
    return this.editor.read(() => {
      return writeRefusedWords(outcome, this.projection.$readBlocks(), this.base.lineEnding)
    })
  }

  replace(text: string): void {
    if (this.read().text === text && this.base.text === text) return
    const next = parseEntry(text)
    const bases: BaseByKey = new Map()
    this.editor.update(
      () => {
        $addUpdateTag(FROM_DISK_TAG)
        $addUpdateTag(HISTORY_PUSH_TAG)
        const oldKeys = this.projection.$readBlocks().map((block) => canonicalKey(block))
        $replaceBlocks(
          next.blocks,
          next.text,
          oldKeys,
          next.blocks.map((block) => canonicalKey(block)),
          bases,
        )
        this.openedTexts.$begin({ base: next, bases })
      },
      { discrete: true },
    )
    this.base = next
    this.editor.read(() => this.projection.$seed(next, bases))
    this.prepareSaver()
    this.saved = null
  }

  /** Makes an edit of the text that `plan` gives; the caret stays where it is in the words. False without an edit. */
  edit(plan: (text: string) => readonly Splice[] | null): boolean {
    const { text, refused } = this.read()
    const splices = plan(text)
    const edited = splices === null ? null : spliceText(text, splices)
    // Words of refused blocks are not in the text: making it anew would lose them.
    if (splices === null || edited === null || refused.length > 0) return false
    const caret = this.readCaret()
    this.replace(edited)
    if (caret !== null) this.reveal(moveOffset(caret, splices))
    return true
  }

  reveal(offset: number): string | null {
    const outcome = this.read()
    if (offset < this.base.bodyFrom) return null
    let key: string | null = null
    this.editor.update(
      () => {
        key = $revealOffset(offset, outcome, this.projection.$readBlocks(), this.base)
      },
      { discrete: true },
    )
    return key
  }

  readCaret(): number | null {
    const outcome = this.read()
    return this.editor.read(() => $readCaretOffset(outcome, this.projection.$readBlocks(), this.base))
  }
}

function setBox(editor: LexicalEditor, itemNumber: number, text: string, box: ' ' | 'x'): boolean {
  let isSet = false
  editor.update(
    () => {
      const item = $findItemByNumber(itemNumber)
      if (item === null || itemText($projectItem(item, new Map())) !== text) return
      item.setBox(box)
      isSet = true
    },
    { discrete: true },
  )
  return isSet
}
