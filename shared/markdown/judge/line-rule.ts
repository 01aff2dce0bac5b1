/**
 * Which lines an edit may change.
 *
 * `none`: not a byte. `one-line`: at most one line, line endings in the same order (a mark that begins there may be
 * closed by a star instead of an underscore on another one). `insert`: removes no line but blank ones. `delete`: adds
 * none but blank ones. `lines`: the lines stay the same but for markers, indents and order. `any`: not judged.
 */
export type LineRule = 'none' | 'one-line' | 'insert' | 'delete' | 'lines' | 'any'
