/** A piece of a typed query. Offsets are UTF-16 code units in the text as typed. */
export interface QueryToken {
  readonly kind: 'words' | 'phrase' | 'filter' | 'pattern' | 'or' | 'open' | 'close'
  readonly from: number
  readonly to: number
  /** Without its minus, key and quotes; '' for `or` and parentheses. */
  readonly value: string
  /** Where `value` begins. */
  readonly valueFrom: number
  /** `tag` of `tag:career`, in lower case; '' for what is no filter. */
  readonly key: string
  readonly isExcluded: boolean
  /** A quote or slash that is not closed yet. */
  readonly isOpen: boolean
}

/** Keys that make a filter; other words with a colon are words. */
export const filterKeys = [
  'tag',
  'kind',
  'path',
  'before',
  'after',
  'on',
  'has',
  'is',
  'by',
  'in',
  'site',
] as const
export type FilterKey = (typeof filterKeys)[number]
const knownKeys: ReadonlySet<string> = new Set(filterKeys)

/** `-key:"value"`, `-"phrase"`, `-word`; a quote that is still open reaches to the end. */
const quotedPart = /(-?)(?:([a-z]+):)?["“”„«]([^"“”„»]*)(["“”„»]|$)/iuy
/** Between slashes; a slash in a class or behind a backslash does not close it. Only before a gap: `and/or/not` is words. */
const patternPart =
  /(-?)\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\s])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])*)\/(?=[\s)]|$)/uy
const barePart = /(-?)(?:([a-z]+):)?(\S*)/iuy

/** Cuts a query into its pieces. Everything but white space belongs to one; nothing throws. */
export function scanQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let depth = 0
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = scanAt(text, at, depth)
    if (token.kind === 'open') depth += 1
    else if (token.kind === 'close') depth -= 1
    tokens.push(token)
    at = token.to
  }
  return tokens
}

function scanAt(text: string, at: number, depth: number): QueryToken {
  const plain = { from: at, value: '', valueFrom: at, key: '', isExcluded: false, isOpen: false }
  const isNegated = text.startsWith('-(', at)
  if (isNegated || text[at] === '(') {
    return { ...plain, kind: 'open', to: at + (isNegated ? 2 : 1), isExcluded: isNegated }
  }
  if (depth > 0 && text[at] === ')') return { ...plain, kind: 'close', to: at + 1 }
  return scanPattern(text, at) ?? scanQuoted(text, at) ?? scanBare(text, at, depth)
}

function scanPattern(text: string, at: number): QueryToken | null {
  const match = matchAt(patternPart, text, at)
  if (match === null) return null
  const [whole, minus = '', value = ''] = match
  return {
    kind: 'pattern',
    from: at,
    to: at + whole.length,
    value,
    valueFrom: at + minus.length + 1,
    key: '',
    isExcluded: minus === '-',
    isOpen: false,
  }
}

function scanQuoted(text: string, at: number): QueryToken | null {
  const match = matchAt(quotedPart, text, at)
  if (match === null) return null
  const [whole, minus, key = '', value = '', close = ''] = match
  const isFilter = knownKeys.has(key.toLowerCase())
  if (key !== '' && !isFilter) return null
  return {
    kind: isFilter ? 'filter' : 'phrase',
    from: at,
    to: at + whole.length,
    value,
    valueFrom: at + whole.length - value.length - close.length,
    key: key.toLowerCase(),
    isExcluded: minus === '-',
    isOpen: close === '',
  }
}

function scanBare(text: string, at: number, depth: number): QueryToken {
  const match = matchAt(barePart, text, at)
  const [, minus = '', key = '', rest = ''] = match ?? []
  const isFilter = knownKeys.has(key.toLowerCase())
  const prefix = isFilter ? minus.length + key.length + 1 : minus.length
  const value = withoutClosing(isFilter || key === '' ? rest : `${key}:${rest}`, depth)
  const base = { from: at, to: at + prefix + value.length, value, valueFrom: at + prefix }
  const isOr = minus === '' && (/^or$/i.test(value) || value === '|')
  return {
    ...base,
    kind: isFilter ? 'filter' : isOr ? 'or' : 'words',
    key: isFilter ? key.toLowerCase() : '',
    isExcluded: minus === '-',
    isOpen: false,
  }
}

/** Of `advisor))` inside of two parentheses, the word. */
function withoutClosing(value: string, depth: number): string {
  const closings = depth > 0 ? (/\)+$/.exec(value)?.[0].length ?? 0) : 0
  const own = (value.match(/\(/g) ?? []).length
  return value.slice(0, value.length - Math.max(0, Math.min(closings - own, depth)))
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
