import { knownWork, publicationOf } from './known-works.ts'
import { isTrackingParameter } from './tracking-parameters.ts'

/**
 * The key of a resource: addresses that lead to the same thing have the same one.
 *
 * That is the page's own address, and on sites that give a thing several (a video, a paper, a publication, a
 * repository, a forum post) the one that stands for it, see `known-works.ts`. `canonicalUrl(canonicalUrl(u))` is
 * `canonicalUrl(u)`.
 *
 * @param url as written, unescaped
 */
export function canonicalUrl(url: string): string {
  const address = shortened(pageAddress(url))
  const doi = /^doi:\s*(.+)$/.exec(address)?.[1]
  return (doi === undefined ? knownWork(address) : publicationOf(tidyEscapes(doi))) ?? address
}

/** Longest key, UTF-16 code units: a page that stands in its own address (`data:`) would be copied with every row. */
const longestKey = 1000

/** An address that is too long as its beginning and a number made of all of it. */
function shortened(address: string): string {
  return address.length <= longestKey
    ? address
    : `${address.slice(0, longestKey - 100)}~${hashOf(address).toString(16)}`
}

/** 53 bits of an FNV-1a hash in two lanes: enough that two addresses of a journal never meet. */
function hashOf(text: string): number {
  let low = 0x81_1c_9d_c5
  let high = 0x05_0c_5d_1f
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01_00_01_93) >>> 0
    high = Math.imul(high ^ (code + at), 0x01_00_01_93) >>> 0
  }
  return (high & 0x1f_ff_ff) * 2 ** 32 + low
}

/**
 * The address of a page, without what makes no second one: `http` or `https`, `www.`, the case of the host, a default
 * port, a trailing slash, a fragment, tracking parameters, escapes of characters that need none. Everything else does:
 * path case, the order and content of the query, a slash inside. A fragment that begins with `/` or `!` is kept,
 * because single-page sites name their pages so.
 *
 * @param url as written, unescaped. `//host/path` and `www.host/path` count as web addresses; other schemes keep their
 *   text with the scheme in lower case; a relative link loses only `./` and its fragment.
 */
export function pageAddress(url: string): string {
  const text = url.trim()
  const web = webAddress(text)
  if (web !== null) return canonicalWebUrl(web) ?? text
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)
  if (scheme !== null) return scheme[0].toLowerCase() + text.slice(scheme[0].length)
  return canonicalRelative(text)
}

/**
 * The site that a link is on, as its reader knows it: `youtube.com` for a short link too, and each forum's own for a
 * post that several forums show. '' for what is on none.
 *
 * @param key `canonicalUrl(url)`
 */
export function siteOf(url: string, key: string): string {
  const host = hostOf(key)
  return host === 'lesswrong.com' ? hostOf(pageAddress(url)) : host
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:[^/@]*@)?([^/?#:]+)/.exec(address)?.[1] ?? ''
}

/** `text` as an absolute web address, or null when it is none. */
function webAddress(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return text
  if (/^\/\/[^/]/.test(text)) return `https:${text}`
  if (/^www\.[^\s/]+\.[^\s/]/i.test(text)) return `https://${text}`
  return null
}

function canonicalWebUrl(text: string): string | null {
  const parsed = parseUrl(text)
  if (parsed === null || parsed.hostname === '') return null
  const host = parsed.hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '')
  const port = isDefaultPort(parsed.port) ? '' : `:${parsed.port}`
  const user = parsed.username === '' ? '' : `${credentials(parsed)}@`
  const path = tidyEscapes(parsed.pathname).replace(/\/+$/, '')
  return `https://${user}${host}${port}${path}${keptQuery(parsed.search, host)}${keptFragment(parsed.hash)}`
}

/** `URL` throws on what is no address (`http://[`, a space in the host); such a link stays a resource under its own text. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Both defaults, because the scheme is not part of the key: `http://a:443` is as odd as it is rare. */
function isDefaultPort(port: string): boolean {
  return port === '' || port === '80' || port === '443'
}

function credentials(parsed: URL): string {
  return parsed.password === '' ? parsed.username : `${parsed.username}:${parsed.password}`
}

function keptQuery(search: string, host: string): string {
  if (search.length < 2) return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTrackingParameter(parameterName(part), host))
  return kept.length === 0 ? '' : `?${tidyEscapes(kept.join('&'))}`
}

function parameterName(part: string): string {
  const equals = part.indexOf('=')
  return tidyEscapes(equals < 0 ? part : part.slice(0, equals))
}

function keptFragment(hash: string): string {
  return /^#[/!]./.test(hash) ? tidyEscapes(hash).replace(/\/+$/, '') : ''
}

/** RFC 3986, 6.2.2: escapes in upper case, and none for letters, digits, `-`, `.`, `_`, `~`. */
function tidyEscapes(text: string): string {
  if (!text.includes('%')) return text
  const tidy = text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[A-Za-z0-9\-._~]/.test(character) ? character : escape.toUpperCase()
  })
  // `%%34%31` becomes `%41`, which is an escape in its turn.
  return tidy === text ? text : tidyEscapes(tidy)
}

function canonicalRelative(text: string): string {
  const hash = text.indexOf('#')
  const path = (hash > 0 ? text.slice(0, hash) : text).trimEnd()
  const bare = path.replace(/^(?:\.\/)+(?=.)/, '').trimStart()
  // `./www.example.com` is a file of that name: without its `./` it would be read as an address.
  return webAddress(bare) === null && !/^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : path
}
