import { useState, type KeyboardEvent, type RefObject } from 'react'
import { localDay } from '../state/days.ts'
import { isMac } from '../ui/format-keys.ts'
import { describeCount, describeSuggestion } from './describe-answer.ts'
import { NothingFound } from './nothing-found.tsx'
import { PaletteField } from './palette-field.tsx'
import { PaletteFoot } from './palette-foot.tsx'
import { readPaletteKey } from './palette-keys.ts'
import { PaletteList } from './palette-list.tsx'
import { leadsSomewhere } from './palette-places.ts'
import type { PaletteProps } from './palette-props.ts'
import { PaletteTabs } from './palette-tabs.tsx'
import { Preview } from './preview.tsx'
import { SaveSearch } from './save-search.tsx'
import { suggestionId, Suggestions } from './suggestions.tsx'
import { Understood } from './understood.tsx'
import { isLaneAlone, usePalette } from './use-palette.ts'
import { useRowActions } from './use-row-actions.ts'

interface PaletteBodyProps extends PaletteProps {
  readonly input: RefObject<HTMLInputElement | null>
  /** There is a pane beside the list. */
  readonly isWide: boolean
}

/** What is in the palette, from the field to the foot. */
export function PaletteBody({ input, isWide, ...props }: PaletteBodyProps) {
  const { search, preview, isFuzzy } = props
  const [isNaming, setIsNaming] = useState(false)
  const palette = usePalette(props, input, isWide, () => setIsNaming(true))
  const { state, groups, activeItem, suggested, run } = palette
  const rowActions = useRowActions({
    onChoose: palette.choose,
    onPoint: palette.point,
    onTick: props.onTick,
    onDragStart: (item, event) => (leadsSomewhere(item) ? props.onDragStart(item, event) : undefined),
  })

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length
    const intent = readPaletteKey(event.nativeEvent, suggested.state, isAtEnd, isMac)
    if (intent === null) return
    event.preventDefault()
    event.stopPropagation()
    run(intent)
  }

  // A key is offered inside the field's own line: while one types plain words, nothing below may move.
  const isInField = suggested.suggestions[0]?.text.endsWith(':') === true
  const suggestions =
    suggested.state === 'none' ? null : (
      <Suggestions
        text={state.text}
        suggestions={suggested.suggestions}
        tagCounts={props.tagCounts}
        pickedAt={suggested.pickedAt}
        onTake={suggested.take}
      />
    )

  return (
    <>
      <PaletteField
        input={input}
        text={state.text}
        answer={state.answer}
        suggestion={isInField ? suggestions : null}
        isFuzzy={isFuzzy}
        savedName={palette.savedName}
        isListed={groups.length > 0}
        activeId={suggested.state === 'picked' ? suggestionId(suggested.pickedAt) : activeItem?.id}
        onText={search.setText}
        onCaret={suggested.noteCaret}
        onKeyDown={onKeyDown}
        onToggleTypos={props.onToggleTypos}
        onToggleSaved={() => run({ kind: 'save' })}
        onHelp={() => palette.write('?')}
      />
      {isInField ? null : suggestions}
      {suggestions === null || isInField ? <Understood text={state.text} today={localDay()} /> : null}
      {isNaming ? (
        <SaveSearch
          query={state.text.trim()}
          onSave={props.onSave}
          onDone={() => {
            setIsNaming(false)
            input.current?.focus()
          }}
        />
      ) : null}
      {state.answer ? <PaletteTabs search={search} lane={state.lane} answer={state.answer} /> : null}
      <div className="pbody">
        <div className="pfound">
          <PaletteList
            groups={groups}
            activeItem={activeItem}
            isAlone={isLaneAlone(state)}
            onNearEnd={search.showMore}
            {...rowActions}
          />
          {groups.length === 0 ? <NothingFound state={state} isFuzzy={isFuzzy} /> : null}
        </div>
        {isWide ? <Preview preview={preview} titleOf={props.titleOf} /> : null}
      </div>
      <output className="unseen">{describeCount(groups)}</output>
      <output className="unseen">{describeSuggestion(suggested.suggestions)}</output>
      <PaletteFoot answer={state.answer} item={activeItem} canLink={props.onLink !== null} />
    </>
  )
}
