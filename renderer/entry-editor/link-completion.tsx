import { AtSign, FileText, Heading, type LucideIcon } from 'lucide-react'
import { useEffect, useId, useMemo, type ReactNode } from 'react'
import type { CompletionPort, LinkSuggestion, SuggestLinks } from './completion.ts'
import { FloatingPanel } from './floating-panel.tsx'
import { useCompletion } from './use-completion.ts'

interface LinkCompletionProps {
  /** The element that takes the keys of the text. */
  readonly host: HTMLElement
  readonly port: CompletionPort
  readonly suggest: SuggestLinks
}

const icons: Readonly<Record<LinkSuggestion['kind'], LucideIcon>> = {
  entry: FileText,
  heading: Heading,
  person: AtSign,
}

/**
 * What a link that is being typed may mean, below where it begins. The focus stays in the text: arrows choose, Enter
 * takes what is chosen, Tab that or the first; Escape leaves the text as typed.
 */
export function LinkCompletion({ host, port, suggest }: LinkCompletionProps): ReactNode {
  const { shown, chosen, choose, accept, dismiss } = useCompletion(host, port, suggest)
  const id = useId()
  const length = shown?.length ?? 0
  // Measured once for each link: what floats stays where it is while one types.
  const readAnchor = useMemo(() => {
    const anchor = shown === null ? null : port.readAnchor(length)
    return () => anchor
    // oxlint-disable-next-line react/exhaustive-deps
  }, [port, shown?.start])

  useEffect(() => {
    if (shown === null) return undefined
    const active = chosen === null ? undefined : `${id}-${chosen}`
    const attributes = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id }
    for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value)
    if (active !== undefined) host.setAttribute('aria-activedescendant', active)
    return () => {
      for (const name of [...Object.keys(attributes), 'aria-activedescendant']) host.removeAttribute(name)
    }
  }, [host, id, shown, chosen])

  return (
    <>
      <output className="unseen">{describe(shown?.suggestions ?? null, chosen)}</output>
      {shown === null ? null : (
        <FloatingPanel
          readAnchor={readAnchor}
          side="below"
          className="entry-completion"
          label="Links"
          kind="group"
          onClose={dismiss}
        >
          {/* The text keeps the focus; its keys move the choice. */}
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus */}
          <div id={id} className="menu" role="listbox" aria-label="Links">
            {shown.suggestions.map((suggestion, at) => (
              <Option
                key={suggestion.key}
                id={`${id}-${at}`}
                suggestion={suggestion}
                isChosen={at === chosen}
                onPoint={() => choose(at)}
                onAccept={() => accept(at)}
              />
            ))}
          </div>
        </FloatingPanel>
      )}
    </>
  )
}

interface OptionProps {
  readonly id: string
  readonly suggestion: LinkSuggestion
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onAccept: () => void
}

function Option({ id, suggestion, isChosen, onPoint, onAccept }: OptionProps): ReactNode {
  const Icon = icons[suggestion.kind]
  return (
    // The text keeps the focus, and its keys choose.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isChosen}
      className="mi two"
      data-highlighted={isChosen ? '' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onAccept}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <span className="cut">
        {suggestion.label}
        <span className="sub cut">{suggestion.detail}</span>
      </span>
    </div>
  )
}

function describe(suggestions: readonly LinkSuggestion[] | null, chosen: number | null): string {
  if (suggestions === null) return ''
  const at = chosen === null ? undefined : suggestions[chosen]
  if (at !== undefined) return `${at.label}, ${at.detail}, ${(chosen ?? 0) + 1} of ${suggestions.length}`
  return suggestions.length === 1
    ? '1 link, arrow down chooses'
    : `${suggestions.length} links, arrow down chooses`
}
