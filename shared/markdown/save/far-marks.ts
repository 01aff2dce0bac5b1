/**
 * Marks that look for their other half across blocks: whether a lone `$$`, `%%` or `{{<` opens a block depends on what
 * follows anywhere behind it, so that a stretch by itself does not tell.
 */
export const farMark = /\$\$|%%|\{\{[<%]|[>%]\}\}|\{%|%\}/
