/**
 * Processor time of this process since `before` (from `process.cpuUsage()`), ms.
 *
 * Unlike the clock it does not grow while other programs have the processor; work of the collector and the compiler on
 * threads beside ours is in it.
 */
export function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
