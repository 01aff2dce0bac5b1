/** A list of numbers that grows in one block of memory, for building an index without millions of objects. */
export interface GrowingNumbers<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array> {
  readonly length: number
  push(value: number): void
  /** Adds the numbers from `from` to `to` of another list. */
  pushAll(source: T, from: number, to: number): void
  at(index: number): number
  /** The numbers so far, without room to grow. */
  finish(): T
}

export function createGrowingUint32(): GrowingNumbers<Uint32Array> {
  return createGrowing((size) => new Uint32Array(size))
}

export function createGrowingUint16(): GrowingNumbers<Uint16Array> {
  return createGrowing((size) => new Uint16Array(size))
}

export function createGrowingInt32(): GrowingNumbers<Int32Array> {
  return createGrowing((size) => new Int32Array(size))
}

export function createGrowingUint8(): GrowingNumbers<Uint8Array> {
  return createGrowing((size) => new Uint8Array(size))
}

function createGrowing<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array>(
  allocate: (size: number) => T,
): GrowingNumbers<T> {
  let block = allocate(2048)
  let length = 0

  function enlarge(needed: number): void {
    const larger = allocate(Math.max(needed, block.length * 2))
    larger.set(block)
    block = larger
  }

  return {
    get length() {
      return length
    },
    push(value) {
      if (length === block.length) enlarge(length + 1)
      block[length] = value
      length += 1
    },
    pushAll(source, from, to) {
      if (length + to - from > block.length) enlarge(length + to - from)
      for (let at = from; at < to; at += 1) block[length++] = source[at] ?? 0
    },
    at: (index) => block[index] ?? 0,
    finish() {
      const exact = allocate(length)
      exact.set(block.subarray(0, length))
      return exact
    },
  }
}

/** Writes `value` as a variable-length number: seven bits a byte, lowest first. */
export function pushNumber(bytes: GrowingNumbers<Uint8Array>, value: number): void {
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  bytes.push(rest)
}
