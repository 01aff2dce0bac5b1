import * as v from 'valibot'

/** `09:30`, by the clock on the wall. */
const timeSchema = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

/** What the user chose, kept by the main process. Every field has a default, so an old file stays readable. */
export const settingsSchema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  isRailShown: v.optional(v.boolean(), true),
  isSidebarShown: v.optional(v.boolean(), true),
  /** Share of the sidebar's height that resources take, in percent. */
  sidebarSplit: v.optional(v.pipe(v.number(), v.minValue(10), v.maxValue(90)), 58),
  isSearchFuzzy: v.optional(v.boolean(), true),
  /** Queries that led somewhere, newest first, by the id of their journal. */
  recentSearches: v.optional(v.record(v.string(), v.array(v.string())), {}),
  /** The hour at which the agenda goes on to the next day: who writes at one in the night is still at yesterday. */
  dayStartHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12)), 3),
  /** Ticking writes the day, where the entry writes such days already. */
  addsDoneDate: v.optional(v.boolean(), false),
  /** What is due is told by a notification of the system, while Cairn runs. */
  hasReminders: v.optional(v.boolean(), false),
  /** When what is due on a day is told. */
  reminderTime: v.optional(timeSchema, '09:00'),
  /** How long before a time that the words give it is told, minutes. */
  reminderLeadMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)), 15),
  /** Nothing is told between these; the same time twice: always told. */
  quietFrom: v.optional(timeSchema, '22:00'),
  quietTo: v.optional(timeSchema, '07:00'),
  /** A notification says that something is due, and not what. */
  hidesReminderWords: v.optional(v.boolean(), false),
  /** The agenda has offered reminders, and the user wants none. */
  isReminderOfferClosed: v.optional(v.boolean(), false),
  /** Words that make a heading an actions heading; compared without case. */
  actionHeadings: v.optional(v.array(v.string()), ['actions', 'next steps', 'to do', 'todo', 'plan']),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const settingsPatchSchema = v.partial(settingsSchema)
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>
