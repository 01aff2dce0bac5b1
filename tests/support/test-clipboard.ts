import type { ClipboardData } from '../../editor/clipboard/register-entry-clipboard.ts'

/** A clipboard without a window: what was set is what is there. `data` holds it by type. */
export function createTestClipboard(
  data: Record<string, string> = {},
): ClipboardData & { readonly data: Record<string, string> } {
  return {
    data,
    getData: (type) => data[type] ?? '',
    setData: (type, value) => {
      data[type] = value
    },
  }
}
