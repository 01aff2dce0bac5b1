/** Colours for a terminal; each gives the text back as it is where there is none. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  /** What the query found. */
  readonly mark: (text: string) => string
}

const plain = (text: string): string => text
const wrapIn =
  (start: number, end: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001B[${start}m${text}\u001B[${end}m`

export const noPaint: Paint = { strong: plain, quiet: plain, mark: plain }
export const ansiPaint: Paint = { strong: wrapIn(1, 22), quiet: wrapIn(2, 22), mark: wrapIn(33, 39) }

/**
 * Colours only where a person looks: at a terminal that knows them, unless `NO_COLOR` is set (https://no-color.org);
 * `FORCE_COLOR` asks for them in a pipe too.
 */
export function choosePaint(isTerminal: boolean, environment: NodeJS.ProcessEnv): Paint {
  if (isSet(environment['NO_COLOR'])) return noPaint
  if (isSet(environment['FORCE_COLOR']) && environment['FORCE_COLOR'] !== '0') return ansiPaint
  return isTerminal && environment['TERM'] !== 'dumb' ? ansiPaint : noPaint
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

/** A text with its marks painted. `ranges` are half-open, in order and apart, UTF-16 code units. */
export function paintMarks(
  text: string,
  ranges: readonly (readonly [number, number])[],
  paint: Paint,
): string {
  let painted = ''
  let at = 0
  for (const [from, to] of ranges) {
    painted += text.slice(at, from) + paint.mark(text.slice(from, to))
    at = to
  }
  return painted + text.slice(at)
}
