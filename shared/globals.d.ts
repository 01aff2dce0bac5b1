/** What every runtime of Cairn has (Node 18, Chrome 114 and later). shared/ may use these and nothing more. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
declare class TextEncoder {
  encode(input: string): Uint8Array
}
declare class URL {
  constructor(url: string, base?: string)
  protocol: string
  hostname: string
  host: string
  port: string
  pathname: string
  search: string
  hash: string
  username: string
  password: string
  readonly searchParams: URLSearchParams
  toString(): string
}
declare class URLSearchParams {
  constructor(init?: string)
  get(name: string): string | null
  has(name: string): boolean
  delete(name: string): void
  keys(): IterableIterator<string>
  toString(): string
}
