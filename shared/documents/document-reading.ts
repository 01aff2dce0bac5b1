import * as v from 'valibot'

/** Why a document's text is not searched. */
export const unreadableReasons = ['locked', 'broken', 'too-large', 'too-slow'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** What came of reading a document, as it is kept: its text, or why there is none. */
export const documentReadingSchema = v.variant('state', [
  v.object({ state: v.literal('read'), title: v.nullable(v.string()), pages: v.array(v.string()) }),
  v.object({ state: v.literal('unreadable'), reason: v.picklist(unreadableReasons) }),
])
export type DocumentReading = v.InferOutput<typeof documentReadingSchema>

const reasons: Readonly<Record<UnreadableReason, string>> = {
  locked: 'locked with a password',
  broken: 'text cannot be read',
  'too-large': 'too large to be read',
  'too-slow': 'took too long to read',
}

/** A reason in words, behind the name of the kind: `PDF, locked with a password`. */
export function describeUnreadable(reason: UnreadableReason): string {
  return reasons[reason]
}
