import { resourceLinkSource } from '../entry/link-source.ts'
import type { ResourceUse } from '../entry/summary.ts'
import { escapeText } from './card-edit.ts'
import { writeMonth } from './written-month.ts'

type ListedResource = Pick<ResourceUse, 'title' | 'url' | 'authors' | 'month' | 'isMustRead' | 'notes'>

/** Resources as a Markdown list that reads back as the same cards: `- [title](url) by author (Mon YYYY) ⭐`, notes below. */
export function writeResourceList(resources: readonly ListedResource[]): string {
  return resources.map(writeResource).join('')
}

function writeResource({ title, url, authors, month, isMustRead, notes }: ListedResource): string {
  const names = authors.map(escapeText)
  const by = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const line = [
    `- ${resourceLinkSource(title, url)}`,
    by === '' ? '' : ` by ${by}`,
    month === null ? '' : ` (${writeMonth(month, 'Sep 2025')})`,
    isMustRead ? ' ⭐' : '',
  ]
  return `${line.join('')}\n${notes.map((note) => `  - ${escapeText(note)}\n`).join('')}`
}
