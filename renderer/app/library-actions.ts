import type { Disagreement, DisagreementSide, ResourceRow } from '../../shared/contract/facts.ts'
import { isUnsafeAddress } from '../../shared/resources/resource-address.ts'
import { settleDisagreement } from '../../shared/resources/settle-disagreement.ts'
import { writeLinkCard } from '../../shared/resources/write-link-line.ts'
import { writeResourceList } from '../../shared/resources/write-resource-list.ts'
import type { LibraryProps } from '../library/library-props.ts'
import { attachToRow } from './attach-file.ts'
import { bestOf, changeRows, planOrSay } from './change-cards.ts'
import { changeWithUndo } from './change-with-undo.ts'
import { chooseStatusPlace, leaveDisagreement, setStatus } from './keep-resources.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

/** Pages that are opened at once; a hundred windows of a browser are nobody's wish. */
const mostOpened = 20

/** What the library does: go to where a resource is used, open it, write into its lines, settle what entries disagree about. */
export function createLibraryActions(stores: Stores, navigation: Navigation): Omit<LibraryProps, 'library'> {
  return {
    onOpen: (path, offset, isBeside) =>
      void (isBeside ? navigation.openBeside(path, offset) : navigation.openAt(path, offset)),
    onOpenLinks(rows) {
      const safe = rows.filter(({ url }) => !isUnsafeAddress(url))
      for (const row of safe.slice(0, mostOpened)) void openResource(stores, navigation, row)
    },
    onOpenCopy: (address, from) => void navigation.openLink(address, from),
    onAttach: (row, file) => void attachToRow(stores, row.key, file),
    onChange({ path, from }, change, what) {
      void changeWithUndo(stores, path, what, (text) => writeLinkCard(text, from, change))
    },
    onStar(rows, isMustRead) {
      void changeRows(stores, rows, 'The star', { isMustRead }, (places) =>
        isMustRead ? bestOf(places) : places.filter((place) => place.isMustRead),
      )
    },
    memory: stores.memory,
    onSetStatus: (rows, status) => void setStatus(stores, { rows, status }),
    onChooseStatusPlace: (place) => void chooseStatusPlace(stores, place),
    onCopy(rows) {
      void navigator.clipboard.writeText(writeResourceList(rows))
      stores.notices.raise({ id: 'overview', tone: 'info', title: 'Copied as a Markdown list.', detail: '' })
    },
    onSettle: (disagreement, side) => void proposeSettling(stores, disagreement, side),
    onLeave: ({ id }) => void leaveDisagreement(stores, id),
  }
}

/** A file is found from the entry that links it. */
async function openResource(
  { journalApi }: Stores,
  navigation: Navigation,
  { key, url }: ResourceRow,
): Promise<void> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(url)) return navigation.openLink(url)
  const places = await journalApi.listResourcePlaces({ key })
  const place = places.ok ? places.value.find((each) => each.url === url) : undefined
  return navigation.openLink(url, place?.path ?? null)
}

const proposals: Readonly<Record<Disagreement['kind'], string>> = {
  'same-title': 'One address',
  address: 'One address',
  title: 'One title',
  authors: 'The same authors',
  month: 'The same month',
  star: 'The same star',
}

async function proposeSettling(
  stores: Stores,
  disagreement: Disagreement,
  side: DisagreementSide,
): Promise<void> {
  const plan = await planOrSay(stores, settleDisagreement(disagreement, side))
  if (plan === null) return
  const refused =
    plan.refused === 0 ? '' : ` ${plan.refused} of the lines cannot say it without changing something else.`
  if (plan.files.length === 0) {
    return stores.notices.raise({
      id: 'overview',
      tone: 'warn',
      title: 'Nothing can be changed here.',
      detail: refused.trim(),
    })
  }
  stores.review.propose({
    title: `${proposals[disagreement.kind]} for “${disagreement.title}”`,
    about: `Each line before and after; all of it can be taken back at once.${refused}`,
    verb: 'Change',
    files: plan.files,
  })
}
