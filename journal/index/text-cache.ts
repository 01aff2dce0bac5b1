/** Keeps the texts that were read last, up to a size. */
export interface TextCache {
  read(path: string): string | null
  forget(path: string): void
}

/** About the texts of the hits of a few searches; the journal itself is not kept in memory. */
const mostUnits = 4 * 1024 * 1024

/** @param read reads a text from disk, null when it cannot. */
export function createTextCache(read: (path: string) => string | null): TextCache {
  const texts = new Map<string, string>()
  let units = 0

  function forget(path: string): void {
    const text = texts.get(path)
    if (text === undefined) return
    texts.delete(path)
    units -= text.length
  }

  return {
    forget,
    read(path) {
      const known = texts.get(path)
      const text = known ?? read(path)
      if (text === null) return null
      // Taken out and put back: a Map gives its keys in order of insertion, so the first is the longest unused.
      forget(path)
      texts.set(path, text)
      units += text.length
      for (const oldest of texts.keys()) {
        if (units <= mostUnits || oldest === path) break
        forget(oldest)
      }
      return text
    },
  }
}
