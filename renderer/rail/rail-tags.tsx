import { useState } from 'react'

interface RailTagsProps {
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  readonly chosen: string | null
  readonly onChoose: (tag: string | null) => void
}

/** As many as fill a few lines; the others come when asked for. */
const shownAtFirst = 24

/** Tags with the number of entries that carry them. One can be chosen; the list then shows only its entries. */
export function RailTags({ tags, chosen, onChoose }: RailTagsProps) {
  const [isWhole, setIsWhole] = useState(false)
  if (tags.length === 0) return null
  const shown = isWhole ? tags : tags.slice(0, shownAtFirst)
  return (
    <section className="rail-tags" aria-label="Tags">
      <div className="cap">Tags</div>
      <div className="tags">
        {shown.map(({ tag, count }) => (
          <button
            key={tag}
            type="button"
            aria-pressed={tag === chosen}
            title={tag}
            onClick={() => onChoose(tag === chosen ? null : tag)}
          >
            <span className="cut">{tag}</span>
            <sup>
              {count}
              <span className="unseen">{count === 1 ? ' entry' : ' entries'}</span>
            </sup>
          </button>
        ))}
        {shown.length < tags.length ? (
          <button type="button" className="lk" onClick={() => setIsWhole(true)}>
            all {tags.length}
          </button>
        ) : null}
      </div>
    </section>
  )
}
