import { formatKeys } from './format-keys.ts'

/** A shortcut as a small key, e.g. `<Keys keys="Mod-k" />`. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd>{formatKeys(keys)}</kbd>
}
