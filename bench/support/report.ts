/** One figure of a benchmark. `ratio` compares it with `against`, measured in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'share'
  /** `value` divided by the value of `against`; null where there is nothing to compare with. */
  readonly ratio: number | null
  readonly against: string | null
}

/** Prints figures as a table, or with `--json` as one object a line. */
export function printFigures(figures: readonly Figure[], args: readonly string[] = process.argv): void {
  if (args.includes('--json')) {
    for (const figure of figures) console.log(JSON.stringify(figure))
    return
  }
  console.log('| what | value | ratio | against |\n|---|---|---|---|')
  for (const figure of figures) {
    const value =
      figure.unit === 'share' ? figure.value.toFixed(2) : `${formatNumber(figure.value)} ${figure.unit}`
    const ratio = figure.ratio === null ? '' : `${figure.ratio.toFixed(2)} ×`
    console.log(`| ${figure.name} | ${value} | ${ratio} | ${figure.against ?? ''} |`)
  }
}

/** The value below which `share` (0 to 1) of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function formatNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3)
}
