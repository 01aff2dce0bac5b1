import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEntryPath, type Revision } from '../../../../shared/entry/entry-path.ts'
import { visitLeaves } from '../../../../shared/entry/leaves.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Action, Summary } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import type { OpaqueRun } from '../../../../shared/markdown/tree.ts'

const root = 'assets/sample-journal'

interface SampleEntry {
  readonly path: string
  readonly text: string
  readonly summary: Summary
}

function findEntries(folder: string): readonly SampleEntry[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const place = folder === '' ? each.name : `${folder}/${each.name}`
    if (each.isDirectory()) return findEntries(place)
    const entryPath = parseEntryPath(place)
    if (entryPath === null) return []
    const text = readFileSync(path.join(root, place), 'utf8')
    const actionHeadings = ['actions', 'next steps', 'to do', 'todo', 'plan']
    return [
      {
        path: place,
        text,
        summary: summarizeEntry({ path: entryPath, text, revision: 'r' as Revision, actionHeadings }),
      },
    ]
  })
}

const entries = findEntries('')

function opaqueRuns(text: string): readonly OpaqueRun[] {
  const found: OpaqueRun[] = []
  visitLeaves(parseEntry(text).blocks, (leaf) => {
    for (const run of leaf.runs) if (run.kind === 'opaque') found.push(run)
  })
  return found
}

function flat(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action) => [action, ...flat(action.steps)])
}

describe('the sample journal', () => {
  it('shows every kind of entry, action and inline', () => {
    expect(new Set(entries.map((entry) => entry.summary.kind))).toEqual(new Set(['daily', 'draft', 'page']))
    const states = entries.flatMap((entry) => flat(entry.summary.actions).map((action) => action.state))
    expect(new Set(states)).toEqual(
      new Set(['open', 'done', 'in-progress', 'cancelled', 'waiting', 'unboxed']),
    )
    const forms = new Set(entries.flatMap((entry) => opaqueRuns(entry.text).map((run) => run.form)))
    for (const form of [
      'image',
      'embed',
      'wiki-link',
      'autolink',
      'footnote-reference',
      'math',
      'html',
      'callout-mark',
    ]) {
      expect(forms).toContain(form)
    }
  })

  it('uses some resources in several entries, and knows them under a tracked address', () => {
    const places = new Map<string, Set<string>>()
    for (const entry of entries) {
      for (const use of entry.summary.resources) {
        places.set(use.key, (places.get(use.key) ?? new Set()).add(entry.path))
      }
    }
    expect(places.get('https://arxiv.org/abs/2209.10652')?.size).toBeGreaterThanOrEqual(4)
    expect([...places.values()].filter((each) => each.size > 1).length).toBeGreaterThanOrEqual(7)
  })

  it('has no wiki link and no picture that leads nowhere', () => {
    const names = entries.flatMap((entry) => [entry.path, path.posix.basename(entry.path)])
    for (const entry of entries) {
      for (const run of opaqueRuns(entry.text)) {
        const target = /^!?\[\[([^\]|#]*)/.exec(run.source)?.[1]
        if (run.form === 'wiki-link') expect(names, `${entry.path}: ${run.source}`).toContain(`${target}.md`)
        if (run.form === 'embed') expect(existsSync(path.join(root, 'pictures', target ?? ''))).toBe(true)
        if (run.form !== 'image') continue
        const source = /\(([^)\s]*)/.exec(run.source)?.[1] ?? ''
        expect(existsSync(path.join(root, path.dirname(entry.path), source)), run.source).toBe(true)
      }
    }
  })
})
