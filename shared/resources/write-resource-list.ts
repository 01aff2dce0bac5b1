import { resourceLinkSource } from '../entry/link-source.ts'
import type { ResourceUse } from '../entry/summary.ts'
import { escapeText } from './card-edit.ts'
import { writeMonth } from './written-month.ts'

type ListedResource = Pick<ResourceUse, 'title' | 'url' | 'authors' | 'month' | 'isMustRead' | 'notes'>

/** Resources as a Markdown list that reads back as the same cards: `- [title](url) by author (Mon YYYY) ⭐`, notes below. */
export function writeResourceList(resources: readonly ListedResource[]): string {
  return resources.map(writeResource).join('')
}

function writeResource({ isMustRead, notes, ...resource }: ListedResource): string {
  const below = notes.map((note) => `  - ${escapeText(note)}\n`).join('')
  return `- ${writeResourceLine(resource)}${isMustRead ? ' ⭐' : ''}\n${below}`
}

/** `[title](url) by author (Mon YYYY)`: what a resource is, without what one reader thinks of it. */
export function writeResourceLine({
  title,
  url,
  authors,
  month,
}: Pick<ListedResource, 'title' | 'url' | 'authors' | 'month'>): string {
  const names = authors.map(escapeText)
  const by = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const written = month === null ? '' : ` (${writeMonth(month, 'Sep 2025')})`
  return `${resourceLinkSource(title, url)}${by === '' ? '' : ` by ${by}`}${written}`
}
