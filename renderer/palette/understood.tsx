import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { explainQuery, type ExplainedPart } from '../../shared/search/explain-query.ts'
import { Icon } from '../ui/icon.tsx'

interface UnderstoodProps {
  readonly text: string
  readonly today: IsoDay
}

/** How the query was read, part by part, and what of it means nothing; silent for plain words. */
export function Understood({ text, today }: UnderstoodProps) {
  const parts = useMemo(() => explainQuery(text, today), [text, today])
  if (parts.every(isPlain)) return null
  return (
    <div className="punder sm">
      {parts
        .filter(({ explanation, problem }) => explanation !== '' || problem !== null)
        .map((part) => (
          <span key={part.from} className={part.problem === null ? 'part' : 'part late'}>
            {part.problem === null ? null : <Icon of={TriangleAlert} size={12} />}
            {part.problem ?? part.explanation}
          </span>
        ))}
    </div>
  )
}

/** A word that is only looked for, or a part that is still being typed. */
function isPlain({ kind, isExcluded }: ExplainedPart): boolean {
  return (kind === 'word' && !isExcluded) || kind === 'unfinished'
}
