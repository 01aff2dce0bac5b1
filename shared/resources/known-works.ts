/*
 * Sites that give one thing several addresses: what names the thing there, and the one address that stands for it.
 *
 * Only what is sure to be the same is one: a video at its second 90 is the video, a video in a list is not (a link with
 * a list often means the list), a comment below a post is not the post.
 */

/** An address as `pageAddress` gives it, in its parts: no user, no port. */
interface Parts {
  /** Without `www.`. */
  readonly host: string
  /** Parts of the path between its slashes. */
  readonly path: readonly string[]
  /** With its `?`, or ''. */
  readonly query: string
}

/** The address of the thing that these parts name, or null when the site names nothing with them. */
type ReadWork = (parts: Parts) => string | null

/**
 * The address that stands for a video, a paper, a publication, a repository or a forum post, whichever of its addresses
 * this is. `knownWork(knownWork(a))` is `knownWork(a)`.
 *
 * @param address as `pageAddress` gives it
 * @returns null for what none of the known sites names
 */
export function knownWork(address: string): string | null {
  const found = /^https:\/\/([^/?#@:]+)(\/[^?#]*)?(\?[^#]*)?(?:#.*)?$/.exec(address)
  if (found === null) return null
  const [, host = '', path = '', query = ''] = found
  const parts: Parts = { host, path: path.split('/').slice(1), query }
  for (const { hosts, read } of sites) if (hosts.test(host)) return read(parts)
  return null
}

const sites: readonly { readonly hosts: RegExp; readonly read: ReadWork }[] = [
  { hosts: /^(?:m\.)?youtube\.com$|^youtube-nocookie\.com$/, read: readYoutube },
  { hosts: /^youtu\.be$/, read: readShortYoutube },
  { hosts: /^(?:[a-z]+\.)?arxiv\.org$|^ar5iv(?:\.labs\.arxiv)?\.org$/, read: readArxiv },
  { hosts: /^(?:dx\.)?doi\.org$/, read: ({ path }) => publicationOf(path.join('/')) },
  { hosts: /^github\.com$/, read: readGithub },
  { hosts: /^raw\.githubusercontent\.com$/, read: readRawGithub },
  { hosts: /^gist\.github\.com$/, read: readGist },
  {
    hosts:
      /^(?:lesswrong\.com|alignmentforum\.org|forum\.effectivealtruism\.org|(?:ea\.)?greaterwrong\.com)$/,
    read: readForum,
  },
  { hosts: /^nature\.com$/, read: readNature },
  { hosts: /^journals\.plos\.org$/, read: ({ query }) => publicationIn(parameter(query, 'id') ?? '') },
  {
    hosts:
      /^(?:link\.springer\.com|dl\.acm\.org|(?:[a-z0-9-]+\.)*onlinelibrary\.wiley\.com|tandfonline\.com|journals\.sagepub\.com|pubs\.acs\.org|science\.org|pnas\.org|royalsocietypublishing\.org|psycnet\.apa\.org|annualreviews\.org|frontiersin\.org|biorxiv\.org|medrxiv\.org)$/,
    read: ({ path }) => publicationIn(path.join('/')),
  },
]

/** Value of a parameter as written; null without it. */
function parameter(query: string, name: string): string | null {
  const found = query
    .slice(1)
    .split('&')
    .find((part) => part.startsWith(`${name}=`))
  return found === undefined ? null : found.slice(name.length + 1)
}

const videoId = /^[\w-]{11}$/

/** `watch?v=`, `shorts/`, `embed/`, `live/`, `v/`. Everything else there (channels, lists) is named by its own address. */
function readYoutube({ path, query }: Parts): string | null {
  const [kind = '', id = ''] = path
  if (kind === 'watch') return video(parameter(query, 'v'), query)
  return /^(?:shorts|embed|live|v)$/.test(kind) ? video(id, query) : null
}

function readShortYoutube({ path, query }: Parts): string | null {
  return video(path[0] ?? '', query)
}

function video(id: string | null, query: string): string | null {
  if (id === null || !videoId.test(id)) return null
  const list = parameter(query, 'list')
  return `https://youtube.com/watch?v=${id}${list === null || list === '' ? '' : `&list=${list}`}`
}

/** `abs/`, `pdf/`, `html/` and the like, with or without a version; ids of before 2007 (`cs.AI/0501001`) too. */
function readArxiv({ path }: Parts): string | null {
  const [kind = '', ...id] = path
  return /^(?:abs|pdf|html|ps|format|e-print|src)$/.test(kind) ? paper(id.join('/')) : null
}

function paper(id: string): string | null {
  const found =
    /^(?:arxiv:)?(?:(\d{4}\.\d{4,5})|([a-z-]+)(?:\.[a-z]{2})?\/(\d{7}))(?:v\d+)?(?:\.pdf)?$/i.exec(id)
  if (found === null) return null
  const [, number, archive = '', oldNumber = ''] = found
  return `https://arxiv.org/abs/${number ?? `${archive.toLowerCase()}/${oldNumber}`}`
}

/**
 * The publication that a DOI names; what case it is written in says nothing.
 *
 * @param doi as written in an address, escapes and all; the `/` after the publisher may be one
 */
export function publicationOf(doi: string): string | null {
  const plain = doi
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .toLowerCase()
    .replace(/%[0-9a-f]{2}/g, (escape) => escape.toUpperCase())
    .replace(/\/+$/, '')
  if (!/^10\.\d{4,9}(?:\.\d+)*\/[^\s?#]+$/.test(plain)) return null
  const preprint = /^10\.48550\/(arxiv\..+)$/.exec(plain)
  if (preprint !== null) return paper(preprint[1]!.replace('arxiv.', '')) ?? `https://doi.org/${plain}`
  return `https://doi.org/${plain}`
}

/** The DOI in a publisher's address, without what says how it is shown there. */
function publicationIn(path: string): string | null {
  const doi = /(?:^|\/)(10\.\d{4,9}(?:\/|%2F).+)$/.exec(path)?.[1]
  if (doi === undefined) return null
  const bare = doi
    .replace(/\/(?:full|abs|abstract|pdf|epdf|pdfdirect|fulltext|html|meta)$/, '')
    .replace(/(?:\.full(?:-text)?)?(?:\.pdf)?$/, '')
  return publicationOf(/^10\.(?:1101|64898)\//.test(bare) ? bare.replace(/v\d+$/, '') : bare)
}

/** Nature's own numbers are the second half of their DOIs. */
function readNature({ path }: Parts): string | null {
  const [kind, id = ''] = path
  return kind === 'articles' ? publicationOf(`10.1038/${id.replace(/\.pdf$/, '')}`) : null
}

/** Owner and repository in any case, `.git`, the front page by the name of its branch, an issue that is a pull request. */
function readGithub({ path, query }: Parts): string | null {
  const [owner = '', name = '', kind = '', ref = '', ...rest] = path
  if (owner === '' || name === '') return null
  const repository = repositoryOf(owner, name)
  if (kind === '' || (kind === 'tree' && rest.length === 0 && /^(?:main|master)$/.test(ref))) {
    const kept = withoutParameters(query, ['tab'])
    return `${repository}${kept}`
  }
  if (/^(?:issues|pull)$/.test(kind) && /^\d+$/.test(ref)) return `${repository}/issues/${ref}`
  if (/^(?:blob|raw)$/.test(kind)) return fileOf(repository, [ref, ...rest], query)
  return `${repository}/${[kind, ref, ...rest].join('/').replace(/\/+$/, '')}${query}`
}

function repositoryOf(owner: string, name: string): string {
  return `https://github.com/${owner.toLowerCase()}/${name.toLowerCase().replace(/(?<=.)(?:\.git)+$/, '')}`
}

function readRawGithub({ path, query }: Parts): string | null {
  const [owner = '', name = '', ...place] = path
  if (owner === '' || name === '' || place.length < 2) return null
  return fileOf(repositoryOf(owner, name), place, query)
}

function fileOf(repository: string, place: readonly string[], query: string): string {
  const ref = place[0] === 'refs' && place[1] === 'heads' ? place.slice(2) : place
  return `${repository}/blob/${ref.join('/')}${withoutParameters(query, ['raw', 'plain'])}`
}

function withoutParameters(query: string, names: readonly string[]): string {
  const kept = query
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !names.includes(part.replace(/=.*$/, '')))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

/** A gist is named by its number; who wrote it stands before it or not. */
function readGist({ path }: Parts): string | null {
  const id = path.find((part) => /^[0-9a-f]{20,40}$/.test(part))
  return id === undefined || path.indexOf(id) > 1 ? null : `https://gist.github.com/${id}`
}

/**
 * A post by its id, which these forums share: `posts/<id>/<words>`, in a sequence (`s/<id>/p/<id>`), as an event of a
 * group. A link to a comment names the comment.
 */
function readForum({ path, query }: Parts): string | null {
  const place = path.join('/')
  const id = /^(?:posts|events|s\/\w+\/p|g\/\w+\/p)\/(\w{17})(?:\/|$)/.exec(place)?.[1]
  if (id === undefined) return null
  const comment = parameter(query, 'commentId') ?? /\/comment\/(\w{17})$/.exec(place)?.[1] ?? null
  return `https://lesswrong.com/posts/${id}${comment === null || comment === '' ? '' : `?commentId=${comment}`}`
}
