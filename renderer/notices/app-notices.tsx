import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { NoticesStore } from '../state/notices.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Note } from '../ui/note.tsx'
import './notices.css'

/** What the app has to say that belongs to no open entry. */
export function AppNotices({ notices }: { readonly notices: NoticesStore }) {
  const all = useStore(notices, (state) => state.notices)
  return all.map((notice) => (
    <Note key={notice.id} tone={notice.tone} title={notice.title} detail={notice.detail}>
      {notice.wayOut ? (
        <button
          type="button"
          className="lk"
          onClick={() => {
            notice.wayOut?.run()
            notices.dismiss(notice.id)
          }}
        >
          {notice.wayOut.label}
        </button>
      ) : null}
      <IconButton icon={X} isSmall label="Close this notice" onClick={() => notices.dismiss(notice.id)} />
    </Note>
  ))
}
