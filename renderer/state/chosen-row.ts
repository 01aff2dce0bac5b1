import { createStore, type StoreApi } from 'zustand/vanilla'

export interface ChosenRow<Detail> {
  readonly chosenKey: string | null
  /** What is known of the chosen row; null until it is there, and that of the row before until then. */
  readonly detail: (Detail & { readonly key: string }) | null
}

/** The row of a list that is chosen, with what is known of it. */
export interface ChosenRowStore<Detail> extends StoreApi<ChosenRow<Detail>> {
  choose(key: string): void
  /** The rows have come anew: what is chosen stays so while it is among them, else the first is. */
  follow(rows: readonly { readonly key: string }[]): void
}

/** @param read what is known of a row; null when it cannot be read */
export function createChosenRow<Detail extends object>(
  read: (key: string) => Promise<Detail | null>,
): ChosenRowStore<Detail> {
  const store = createStore<ChosenRow<Detail>>(() => ({ chosenKey: null, detail: null }))

  async function look(key: string | null): Promise<void> {
    store.setState({ chosenKey: key })
    if (key === null) return store.setState({ detail: null })
    const detail = await read(key)
    if (store.getState().chosenKey !== key || detail === null) return
    store.setState({ detail: { ...detail, key } })
  }

  return {
    ...store,
    choose: (key) => void look(key),
    follow(rows) {
      const { chosenKey } = store.getState()
      const isThere = rows.some(({ key }) => key === chosenKey)
      void look(isThere ? chosenKey : (rows[0]?.key ?? null))
    },
  }
}

export interface Sorted<Order> {
  readonly order: Order
  readonly isDescending: boolean
}

/**
 * Sorts by a column; the same column again turns the order round. Names begin at A; counts and days at the greatest.
 *
 * @param nameOrders the columns of names
 */
export function sortedBy<Order>(
  now: Sorted<Order>,
  order: Order,
  nameOrders: readonly Order[],
): Sorted<Order> {
  return { order, isDescending: now.order === order ? !now.isDescending : !nameOrders.includes(order) }
}
