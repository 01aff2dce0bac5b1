/** The end of a list that goes on; nothing where it does not. */
export function ShowMore({ rest, onShow }: { readonly rest: number; readonly onShow: () => void }) {
  if (rest === 0) return null
  return (
    <button type="button" className="lk" onClick={onShow}>
      Show more of {rest.toLocaleString('en')}
    </button>
  )
}
