/**
 * Finds code that stands between Hugo's shortcodes for it (`{{< highlight go >}} … {{< /highlight >}}`): Markdown reads
 * it as text, and its author did not link what stands in it.
 *
 * @returns tells whether an offset of the text is in such code
 */
export function findShortcodeCode(text: string): (at: number) => boolean {
  if (!text.includes('{{')) return () => false
  const code: { readonly from: number; readonly to: number }[] = []
  let opened: { readonly name: string; readonly from: number } | null = null
  for (const mark of text.matchAll(/\{\{[<%][ \t]*(\/?)[ \t]*(high|highlight|code)\b[^{}]{0,200}\}\}/g)) {
    const [, slash, name = ''] = mark
    if (slash === '') opened ??= { name, from: mark.index }
    else if (opened !== null && opened.name === name) {
      code.push({ from: opened.from, to: mark.index })
      opened = null
    }
  }
  return (at) => code.some(({ from, to }) => at >= from && at < to)
}
