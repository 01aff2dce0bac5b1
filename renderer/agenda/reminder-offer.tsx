interface ReminderOfferProps {
  readonly onAnswer: (isWanted: boolean) => void
}

/** Offers reminders, once: whoever says no is not asked again. */
export function ReminderOffer({ onAnswer }: ReminderOfferProps) {
  return (
    <p className="offer">
      Be told of what is due, by a notification on its day?
      <button type="button" className="lk" onClick={() => onAnswer(true)}>
        Remind me
      </button>
      <button type="button" className="lk" onClick={() => onAnswer(false)}>
        No, thanks
      </button>
    </p>
  )
}
