import { $createLineBreakNode, $getState, $setState, createState, type LineBreakNode } from 'lexical'

const softState = createState('soft', { parse: (value): boolean => value === true })

/** A line break; hard (`<br>`) or a line end of the source that is shown as one. New ones are hard. */
export function $createBreak(isHard: boolean): LineBreakNode {
  const node = $createLineBreakNode()
  return isHard ? node : $setState(node, softState, true)
}

/** Whether the break is `<br>` in Markdown (two spaces or a backslash), not just a line end. */
export function $isHardBreak(node: LineBreakNode): boolean {
  return !$getState(node, softState)
}
