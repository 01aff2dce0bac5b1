/** Number, from 1, of the first line in which two texts differ; of the last line when they are equal. */
export function findFirstDifference(before: string, after: string): number {
  const beforeLines = before.split(/\r\n|\r|\n/)
  const afterLines = after.split(/\r\n|\r|\n/)
  const index = beforeLines.findIndex((line, number) => line !== afterLines[number])
  return (index < 0 ? beforeLines.length : index) + 1
}
