/** Memory in use after a collection, in MB: objects and typed arrays. */
export function usedMb(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
