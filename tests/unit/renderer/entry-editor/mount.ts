import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/** Marks the test document for React: updates inside `act` are flushed before it returns. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** A component on a page of its own, for one test. */
export interface Mounted {
  readonly host: HTMLElement
  render(element: ReactNode): Promise<void>
  unmount(): Promise<void>
}

/** Renders into the document; call `unmount` at the end of the test. */
export async function mount(element: ReactNode): Promise<Mounted> {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  const render = (next: ReactNode) => act(async () => root.render(next))
  await render(element)
  return {
    host,
    render,
    async unmount() {
      await act(async () => root.unmount())
      host.remove()
    },
  }
}
