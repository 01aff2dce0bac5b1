import type { EventName } from './events.ts'
import type { RequestName } from './requests.ts'

/*
 * The names alone, without their schemas: the preload needs nothing else, and stays a few kilobytes. A name that is
 * missing here or no longer in the contract does not compile.
 */

const requestNameSet = {
  getStartState: true,
  chooseJournal: true,
  openSampleJournal: true,
  openRecentJournal: true,
  forgetRecentJournal: true,
  closeJournal: true,
  listEntries: true,
  readEntry: true,
  saveEntry: true,
  saveSplice: true,
  saveEntryBeside: true,
  openToday: true,
  createEntry: true,
  renameEntry: true,
  planRename: true,
  renameFile: true,
  trashEntry: true,
  revealEntry: true,
  readMemory: true,
  changeMemory: true,
  planReplacements: true,
  applyEdits: true,
  undoEdits: true,
  search: true,
  markEntry: true,
  listQueryValues: true,
  findRelated: true,
  findResourceUses: true,
  listAgenda: true,
  listDays: true,
  listEvents: true,
  listPrograms: true,
  listResources: true,
  listQuotes: true,
  listPeople: true,
  listDisagreements: true,
  listResourceChoices: true,
  listResourcePlaces: true,
  listPersonPlaces: true,
  checkFiles: true,
  cancelFileCheck: true,
  exportCalendar: true,
  getCalendarFile: true,
  changeCalendarFile: true,
  exportText: true,
  attachDocument: true,
  chooseDocument: true,
  openDocument: true,
  openLink: true,
  updateSettings: true,
  controlWindow: true,
  answerClose: true,
} as const satisfies Record<RequestName, true>

const eventNameSet = {
  journalOpened: true,
  journalReachabilityChanged: true,
  entriesChanged: true,
  cardsRead: true,
  indexProgressed: true,
  fileCheckProgressed: true,
  noticeRaised: true,
  reminderChosen: true,
  commandChosen: true,
  closeRequested: true,
} as const satisfies Record<EventName, true>

/** Every request of the contract. */
export const requestNames = Object.keys(requestNameSet) as readonly RequestName[]

/** Every event of the contract. */
export const eventNames = Object.keys(eventNameSet) as readonly EventName[]
