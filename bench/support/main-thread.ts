import type { CDPSession } from '@playwright/test'

/** What a task of the page's main thread was for. */
export type TaskKind =
  /** Drawing: style, layout, paint, and all that Chromium does once a frame. */
  | 'frame'
  /** Our code and that of packages, with what the browser did for it. */
  | 'script'
  /** The garbage collector, messages of the browser itself. */
  | 'other'

export interface MainThreadTask {
  readonly kind: TaskKind
  /** Processor time, ms: does not grow while other programs have the processor. */
  readonly ms: number
  /** The last mark (`performance.mark`) that was set before it; null before the first. */
  readonly after: string | null
}

interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** µs */
  readonly ts: number
  readonly dur?: number
  /** Of the thread, µs. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const frameEvents = new Set(['Commit', 'PrePaint', 'Paint', 'Layerize', 'UpdateLayerTree'])
const scriptEvents = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
  'EvaluateScript',
])

/** Watches the main thread of the page while `run` runs. */
export async function watchMainThread(
  devtools: CDPSession,
  run: () => Promise<void>,
): Promise<MainThreadTask[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]))
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    traceConfig: {
      includedCategories: [
        'toplevel',
        'disabled-by-default-devtools.timeline',
        'devtools.timeline',
        'blink.user_timing',
        'cc',
        'v8',
      ],
    },
    transferMode: 'ReportEvents',
  })
  await run()
  const isComplete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await isComplete
  devtools.off('Tracing.dataCollected', collect)
  return listTasks(events)
}

function listTasks(events: readonly TraceEvent[]): MainThreadTask[] {
  const threads = new Set<string>()
  for (const event of events) {
    const isMain = event.name === 'thread_name' && event.args?.name === 'CrRendererMain'
    if (event.ph === 'M' && isMain) threads.add(threadOf(event))
  }
  const own = events.filter((event) => threads.has(threadOf(event))).toSorted((a, b) => a.ts - b.ts)
  const marks = own.filter(({ cat }) => cat.includes('blink.user_timing'))
  return own
    .filter(({ name, ph }) => ph === 'X' && name === 'RunTask')
    .map((task) => ({
      kind: kindOf(task, own),
      ms: (task.tdur ?? 0) / 1000,
      after: marks.findLast(({ ts }) => ts <= task.ts)?.name ?? null,
    }))
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`
}

function kindOf(task: TraceEvent, sorted: readonly TraceEvent[]): TaskKind {
  const end = task.ts + (task.dur ?? 0)
  let kind: TaskKind = 'other'
  for (let at = firstFrom(sorted, task.ts); at < sorted.length; at += 1) {
    const event = sorted[at]
    if (event === undefined || event.ts > end) break
    if (frameEvents.has(event.name)) return 'frame'
    if (scriptEvents.has(event.name)) kind = 'script'
  }
  return kind
}

/** The place of the first event that begins at `ts` or later. */
function firstFrom(sorted: readonly TraceEvent[], ts: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.ts ?? 0) < ts) low = middle + 1
    else high = middle
  }
  return low
}
