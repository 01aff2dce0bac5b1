import type { NodeKey } from 'lexical'

/** What a drawn piece can ask for. Stable over renders, so that a piece is drawn again only when its source changes. */
export interface DecorationActions {
  readonly pictureUrl: (target: string) => string
  readonly openLink: (url: string) => void
  readonly openEntry: (target: string) => void
  /** Opens the field in which the node's source is edited as text. */
  readonly editSource: (nodeKey: NodeKey) => void
}
