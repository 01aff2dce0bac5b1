import type { EventPayload } from '../../shared/contract/events.ts'
import type { RelatedItem } from '../../shared/contract/related.ts'
import type { ReplacePlan, ReplaceQuestion } from '../../shared/contract/replace.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { RenamePlan, RenameQuestion } from '../../shared/contract/rename.ts'
import type { FactQuestions } from '../../shared/contract/facts.ts'
import type { ResourceUseElsewhere } from '../../shared/contract/requests.ts'
import type {
  MarkAnswer,
  MarkQuestion,
  QueryValues,
  SearchAnswer,
  SearchQuestion,
} from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'

/** What the worker is started with. */
export interface WorkerStart {
  /** Real path of the journal. */
  readonly root: string
  /** Words that make a heading an actions heading. */
  readonly actionHeadings: readonly string[]
  /** Where the index is kept between runs, outside the journal; null: nowhere. */
  readonly cacheFile: string | null
  /** Names the worker's code: an index saved by another version is not used. */
  readonly code: string
  /** The bundled worker that reads documents. */
  readonly documentWorkerFile: string
}

/** Questions to the worker, each answered by one `answered` with the same number. */
export interface WorkerQuestions extends FactQuestions {
  readonly search: { readonly input: SearchQuestion; readonly output: SearchAnswer }
  readonly markEntry: { readonly input: MarkQuestion; readonly output: MarkAnswer }
  readonly listQueryValues: { readonly input: null; readonly output: QueryValues }
  readonly findRelated: { readonly input: EntryPath; readonly output: readonly RelatedItem[] }
  readonly planReplacements: { readonly input: ReplaceQuestion; readonly output: ReplacePlan }
  readonly planRename: { readonly input: RenameQuestion; readonly output: Outcome<RenamePlan> }
  readonly findUses: {
    readonly input: readonly string[]
    readonly output: Record<string, ResourceUseElsewhere[]>
  }
  /** Answered when the index has been saved and the worker may end. */
  readonly close: { readonly input: null; readonly output: null }
}
export type WorkerVerb = keyof WorkerQuestions

/** From the host to the worker. */
export type ToWorker =
  | {
      [V in WorkerVerb]: {
        readonly kind: V
        readonly sequence: number
        readonly input: WorkerQuestions[V]['input']
      }
    }[WorkerVerb]
  | { readonly kind: 'noteChanged'; readonly paths: readonly EntryPath[] }
  | { readonly kind: 'noteOtherFiles'; readonly paths: readonly string[] | null }
  | { readonly kind: 'noteDatesCorrected' }

/** From the worker to the host. */
export type FromWorker =
  | { readonly kind: 'answered'; readonly sequence: number; readonly output: unknown }
  | { readonly kind: 'cards'; readonly batch: EventPayload<'cardsRead'> }
  | { readonly kind: 'progress'; readonly progress: EventPayload<'indexProgressed'> }
