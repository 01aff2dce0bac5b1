import { protocol, type Session } from 'electron'
import { pictureScheme } from '../shared/contract/picture-url.ts'
import { pageScheme } from './content-policy.ts'
import type { JournalSession } from './journal-session.ts'
import { answerPageFile } from './page-files.ts'
import { answerPicture } from './picture-files.ts'

/** Tells Chromium what our two schemes are. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // `standard` and `secure` make the page an origin of its own, with modules, storage and the clipboard.
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: pictureScheme, privileges: { standard: true, secure: true } },
  ])
}

export interface SchemeOptions {
  /** Folder of the built page. */
  readonly pageFolder: string
  readonly journalSession: JournalSession
  readonly log: (message: string, error?: unknown) => void
}

/** Answers both schemes from the disk: the built page, and pictures of the open journal. */
export function answerSchemes(session: Session, options: SchemeOptions): void {
  session.protocol.handle(pageScheme, (request) => answerPageFile(options.pageFolder, request.url))
  session.protocol.handle(pictureScheme, async (request) => {
    try {
      return await answerPicture(request.url, (from, target) =>
        options.journalSession.withJournal((journal) => journal.readPicture(from, target)),
      )
    } catch (error) {
      options.log('a picture could not be read', error)
      return new Response(null, { status: 500 })
    }
  })
}
