import type { CompletionPort } from './completion.ts'

/** Gives the whole link for an address, title and author and all; null when no more is known of it. */
export type DescribeAddress = (address: string) => Promise<string | null>

/**
 * Writes what is known of an address where it was pasted alone, as a step of its own: one undo gives the bare address.
 *
 * Left as it is: what was pasted as plain text (Ctrl Shift V), and an address that is part of something, as the
 * destination of a link is. When one types on before the answer is there, it comes too late.
 *
 * @param host the element that takes the keys of the text
 * @returns the undo
 */
export function completePastedAddress(
  host: HTMLElement,
  port: CompletionPort,
  describe: DescribeAddress,
): () => void {
  let isPlain = false
  function keyDown(event: KeyboardEvent): void {
    isPlain = event.shiftKey && event.key.toLowerCase() === 'v'
  }
  function paste(event: ClipboardEvent): void {
    const address = event.clipboardData?.getData('text/plain').trim() ?? ''
    const before = port.readBefore()
    const isAlone = before === null ? false : /(?:^|\s)$/.test(before)
    if (!isAlone || isPlain || !/^https?:\/\/[^\s<>]+$/i.test(address)) return
    void describe(address).then((markdown) => {
      if (markdown !== null && port.readBefore() === `${before}${address}`)
        port.replaceBefore(address.length, markdown)
    })
  }
  host.addEventListener('keydown', keyDown, true)
  host.addEventListener('paste', paste, true)
  return () => {
    host.removeEventListener('keydown', keyDown, true)
    host.removeEventListener('paste', paste, true)
  }
}
