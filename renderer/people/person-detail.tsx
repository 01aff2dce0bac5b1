import { useStore } from 'zustand'
import type { PersonPlace, PersonRow } from '../../shared/contract/facts.ts'
import { localDay, shortDay } from '../state/days.ts'
import { roleNames, type PeopleProps } from './people-props.ts'

/** One person: what they wrote, what they said, when you met, and every place that names them. */
export function PersonDetail(props: PeopleProps) {
  const { people } = props
  const rows = useStore(people.list, (state) => state.rows)
  const { chosenKey, detail } = useStore(people.chosen)
  const row = rows.find(({ key }) => key === chosenKey)
  if (row === undefined || detail?.key !== chosenKey) return null
  return (
    <>
      <h2>{row.name}</h2>
      <p className="by">{inWords(row)}</p>
      <OtherSpellings {...props} row={row} alike={detail.alike} />
      <h3>
        Where named <span>{detail.places.length}</span>
      </h3>
      <ul className="uses-list">
        {detail.places.map((place, at) => (
          <Place key={at} {...props} place={place} />
        ))}
      </ul>
      {detail.quotes.length === 0 ? null : (
        <>
          <h3>
            What they said <span>{detail.quotes.length}</span>
          </h3>
          {detail.quotes.map(({ path, quote }, at) => (
            <blockquote key={at}>
              <button
                type="button"
                title="Open at its place"
                onClick={() => props.onOpen(path, quote.span.from, false)}
              >
                {quote.text}
              </button>
            </blockquote>
          ))}
        </>
      )}
    </>
  )
}

interface OtherSpellingsProps extends PeopleProps {
  readonly row: PersonRow
  readonly alike: readonly PersonRow[]
}

/** Under which other names the person stands in the entries, and who may be the same: asked, never decided. */
function OtherSpellings({ row, alike, onSame, onDifferent }: OtherSpellingsProps) {
  const { name, also = [] } = row
  if (also.length === 0 && alike.length === 0) return null
  return (
    <ul className="spellings">
      {also.map((other) => (
        <li key={other}>
          <span>
            Also written <b>{other}</b>
          </span>
          <button type="button" className="lk" onClick={() => onDifferent(name, other)}>
            Not the same person
          </button>
        </li>
      ))}
      {alike.map(({ key, name: other, mentions }) => (
        <li key={key}>
          <span>
            Is <b>{other}</b> ({mentions === 1 ? 'one place' : `${mentions} places`}) the same person?
          </span>
          <button type="button" className="lk" onClick={() => onSame(name, other)}>
            Same person
          </button>
          <button type="button" className="lk" onClick={() => onDifferent(name, other)}>
            Not the same
          </button>
        </li>
      ))}
    </ul>
  )
}

/** `Author and quoted, 2 resources, 1 quote. Last contact 4 Sep.` */
function inWords({ roles, resources, quotes, last, next }: PersonRow): string {
  const today = localDay()
  const facts = [
    roles.map((role) => roleNames[role].toLowerCase()).join(', '),
    resources > 0 ? `${resources} ${resources === 1 ? 'resource' : 'resources'}` : '',
    quotes > 0 ? `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}` : '',
    last === null ? '' : `last contact ${shortDay(last, today)}`,
    next === null ? '' : `next ${shortDay(next, today)}`,
  ]
  const words = facts.filter(Boolean).join(', ')
  return words === '' ? '' : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

function Place({ place, onOpen }: PeopleProps & { readonly place: PersonPlace }) {
  const { path, entryTitle, date, mention } = place
  const day = mention.day ?? date
  return (
    <li>
      <button
        type="button"
        title="Open at its place; with Ctrl beside"
        onClick={(event) => onOpen(path, mention.from, event.ctrlKey || event.metaKey)}
      >
        <b className="cut">{entryTitle}</b>
        <span>{day === null ? roleNames[mention.role].toLowerCase() : shortDay(day, localDay())}</span>
      </button>
      <p>{mention.text}</p>
    </li>
  )
}
