/** What the front matter of an entry says. */
export interface FrontMatter {
  /** Top-level keys as written, with plain values: text, numbers, booleans, null, lists, maps. Dates stay text. */
  readonly values: ReadonlyMap<string, unknown>
  /** Why it could not be read whole, in plain words, or null. What could be read is in `values` all the same. */
  readonly problem: string | null
}
