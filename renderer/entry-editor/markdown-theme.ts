import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/**
 * The look of Markdown mode, from the design's tokens.
 *
 * Written here and not in a style sheet, because the editor lives in a shadow root: into a document CodeMirror writes
 * its rules as a `<style>` element, for which the window's content policy would have to allow inline styles; a shadow
 * root takes them as adopted sheets. Custom properties reach inside.
 */
const theme = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'transparent', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '22px', overflow: 'visible' },
  '.cm-content': { padding: '0 0 40vh', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '1.5px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--accent-mark)',
  },
  '.cm-content ::selection, .cm-panels ::selection': { background: 'var(--accent-mark)' },
  '.cm-specialChar': { color: 'var(--rust)' },
  '.cm-searchMatch': { background: 'var(--ochre-mark)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { background: 'var(--accent-mark)', outline: '1px solid var(--accent)' },
  '.cm-revealed': { background: 'var(--accent-mark)', borderRadius: '2px' },
  '.cm-panels': { background: 'var(--raised)', color: 'var(--ink)', zIndex: '2' },
  '.cm-panels.cm-panels-top': {
    borderBottom: '1px solid var(--line)',
    position: 'sticky',
    top: '0',
  },
  '.cm-panel.cm-search': { fontFamily: 'var(--font-ui)', fontSize: '13px', padding: '8px 28px 8px 8px' },
  '.cm-panel.cm-search label': { fontSize: '12px', color: 'var(--ink-2)', whiteSpace: 'nowrap' },
  '.cm-panel.cm-search [name=close]': {
    color: 'var(--ink-3)',
    fontSize: '18px',
    width: '24px',
    height: '24px',
  },
  '.cm-textfield': {
    font: '400 13px/20px var(--font-ui)',
    color: 'var(--ink)',
    background: 'var(--paper)',
    border: '1px solid var(--control)',
    borderRadius: 'var(--r2)',
    padding: '3px 8px',
  },
  '.cm-button': {
    font: '500 12px/20px var(--font-ui)',
    color: 'var(--ink)',
    background: 'var(--paper)',
    backgroundImage: 'none',
    border: '1px solid var(--line-2)',
    borderRadius: 'var(--r2)',
    padding: '3px 10px',
  },
  '.cm-button:hover': { background: 'var(--sunk)' },
  ':focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-content:focus-visible': { outline: 'none' },
})

const highlight = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '500', color: 'var(--ink)' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.labelName], color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--ink-3)' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: tags.monospace, color: 'var(--ink-2)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--ink-3)' },
  { tag: [tags.documentMeta, tags.comment, tags.meta], color: 'var(--ink-3)' },
  { tag: tags.atom, color: 'var(--accent)' },
])

/** The search panel in the words and the case of the rest. */
const words = EditorState.phrases.of({
  next: 'Next',
  previous: 'Previous',
  all: 'All',
  replace: 'Replace',
  'replace all': 'Replace all',
  'match case': 'Match case',
  regexp: 'Pattern',
  'by word': 'Whole words',
  close: 'Close',
})

export const markdownTheme: Extension = [theme, words, syntaxHighlighting(highlight)]
