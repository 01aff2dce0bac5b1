import type { CDPSession } from '@playwright/test'

/** What the page's main thread did between two moments, processor time, ms. */
export interface MainThreadShare {
  readonly totalMs: number
  /** The longest task: nothing is drawn and no key is taken while it runs. */
  readonly longestMs: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Of the thread, µs: does not grow while other programs have the processor. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Watches the main thread of the page while `run` runs. */
export async function watchMainThread(
  devtools: CDPSession,
  run: () => Promise<void>,
): Promise<MainThreadShare> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]))
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
    },
    transferMode: 'ReportEvents',
  })
  await run()
  const isComplete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await isComplete
  devtools.off('Tracing.dataCollected', collect)
  return share(events)
}

function share(events: readonly TraceEvent[]): MainThreadShare {
  const threads = new Set<string>()
  for (const { name, ph, pid, tid, args } of events) {
    if (ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain') threads.add(`${pid} ${tid}`)
  }
  const tasks = events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name === 'RunTask' && threads.has(`${pid} ${tid}`))
    .map(({ tdur }) => (tdur ?? 0) / 1000)
  return { totalMs: tasks.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...tasks) }
}
