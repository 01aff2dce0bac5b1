import { monthNumber } from '../entry/iso-day.ts'

/** Spellings with one key are one person: case, accents, `@`, kinds of space and full stops make no second one. */
export function personKey(name: string): string {
  return name
    .replace(/^@/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.’']+/gu, ' ')
    .trim()
}

/** A name for reading: without `@` and *et al.*, with plain single spaces. */
export function tidyName(name: string): string {
  return name
    .replace(/^@/, '')
    .replace(/\s+et\s+al\.?$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Folders that hold a page for each person. */
const peopleFolder = /^(?:.*\/)?(?:people|persons?|contacts)\/(?:.*\/)?([^/]+)$/i

/** The name in `[[People/Ann Lee]]`, `[[people/ann-lee|Ann Lee]]` or `[[@Ann Lee]]`; null for any other wiki link. */
export function personOfWikiLink(source: string): string | null {
  const [target = '', alias] = source.replace(/^\[\[|\]\]$/g, '').split('|')
  const page = target.replace(/#.*$/, '').replace(/\.md$/i, '').trim()
  const name = /^@(.+)$/.exec(page)?.[1] ?? personOfPath(page)
  if (name === null) return null
  return tidyName(alias === undefined || alias.trim() === '' ? name : alias)
}

/** The name of the person whose page an entry is, by its folder: `People/Ann Lee.md`. Null for any other entry. */
export function personOfPath(path: string): string | null {
  const name = peopleFolder.exec(path.replace(/\.md$/i, ''))?.[1]
  return name === undefined ? null : tidyName(name)
}

/** `@ann.lee` in running text: not in an address, a scope (`@lexical/list`) or a decorator (`@app.get(…)`). */
const handle =
  /(?<![\p{L}\p{N}\p{M}_.@/`+-])@(\p{L}[\p{L}\p{M}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*)(?![\p{L}\p{N}_]|[/@(\\]|[.-]\p{L})/gu

/** Every `@name` in a text: the name without `@`, and where it begins. */
export function findHandles(text: string): readonly { readonly name: string; readonly at: number }[] {
  if (!text.includes('@')) return []
  return Array.from(text.matchAll(handle), (match) => ({ name: match[1]!, at: match.index }))
}

/** Words of a personal name: each with a capital and none of them an acronym, which things and organisations have. */
const personWord = /^\p{Lu}(?:[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*|\.)$/u
const between = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|bin|ibn|ter|ten)$/

/** True when `text` has the shape of one person's name, of two to four words. */
function looksLikeFullName(text: string): boolean {
  const words = tidyName(text).split(' ')
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every(
      (word, index) => personWord.test(word) || (index > 0 && index < words.length - 1 && between.test(word)),
    ) &&
    monthNumber(words[0]!) === null
  )
}

const profileSites =
  /^(?:x\.com|twitter\.com|github\.com|linkedin\.com|bsky\.app|threads\.net|facebook\.com|medium\.com)$/i
/** Endings of names that organisations take and people hardly do. */
const organisationEndings = /\.(?:org|ai|co|gov|edu|eu|int|foundation)$/i
const organisationWords =
  /(?:^|\s)(?:research|institute|fellowship|program(?:me)?|lab(?:oratory|s)?|university|college|school|foundation|center|centre|philanthropy|ventures|fund|group|team|project|journal|magazine|times|review|podcast|academy|society|association|network|initiative|alliance|company|press|books|news|blog|forum|hub|map|guide|course)s?(?:\s|$)/i

/**
 * True for a link to a person's own page: its text is a full name, and the host, or the account on a site of profiles,
 * spells that name (`[Daniel Dewey](https://www.danieldewey.net/)`, `[Gary Marcus](https://x.com/garymarcus)`).
 *
 * Organisations have such hosts too (`[Open Philanthropy](https://openphilanthropy.org)`); their words and endings are
 * left out.
 */
export function isOwnPage(title: string, url: string): boolean {
  const address = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(url)
  if (address === null || !looksLikeFullName(title) || organisationWords.test(title)) return false
  const [, host = '', path = ''] = address
  const spelled = letters(title)
  if (profileSites.test(host))
    return letters(path.split('/').findLast((part) => part !== '') ?? '') === spelled
  return !organisationEndings.test(host) && letters(host.replace(/\.[^.]*$/, '')) === spelled
}

function letters(text: string): string {
  return personKey(text).replace(/[^\p{L}\p{N}]/gu, '')
}
