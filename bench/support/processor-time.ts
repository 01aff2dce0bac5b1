/**
 * Milliseconds that this process has worked, its helper threads included, since some moment. Unlike the clock it stands
 * still while other programs have the processor, so a busy machine does not slow down what is measured.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
