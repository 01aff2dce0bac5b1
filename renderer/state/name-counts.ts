/** `1 entry`, `1,200 entries`. */
export function nameEntries(entries: number): string {
  return nameCount(entries, 'entry', 'entries')
}

/** `12 places in 3 entries`. */
export function namePlaces(places: number, entries: number): string {
  return `${nameCount(places, 'place', 'places')} in ${nameEntries(entries)}`
}

function nameCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
