/** What stands behind the text of a link. */

import { normaliseLabel } from '../parse/inline/link-parts.ts'
import type { Link } from '../tree.ts'

/**
 * The source from `]` on.
 *
 * `written` is the link's text as written; a collapsed or shortcut reference takes its target from it, so it gets
 * its old label, `label`, once its text is another. Without `closing` the link is new or its target was edited.
 */
export function writeLinkClosing(link: Link, written: string, label: string, isInCell: boolean): string {
  if (link.reference !== null && link.reference.form !== 'full') {
    return normaliseLabel(written) === normaliseLabel(label) ? link.closing : `][${label}]`
  }
  if (link.closing !== '') return link.closing
  if (link.reference !== null) return `][${label}]`
  const title = link.title === '' ? '' : ` "${escapeTitle(link.title)}"`
  const target = `](${writeDestination(link.url, title !== '')}${title})`
  return isInCell ? target.replace(/(?<!\\)\|/g, '\\|') : target
}

const entity = /&(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g

function writeDestination(url: string, hasTitle: boolean): string {
  if (url === '') return hasTitle ? '<>' : ''
  const safe = url
    .replace(/[\r\n]/g, (end) => encodeURIComponent(end))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(entity, '\\&')
  const needsBrackets = hasBlankOrControl(safe) || safe.startsWith('<') || !hasBalancedBrackets(safe)
  return needsBrackets ? `<${safe.replace(/[<>]/g, '\\$&')}>` : safe
}

function hasBlankOrControl(url: string): boolean {
  return [...url].some((character) => character <= ' ' || character === '\u007F')
}

/** Round brackets in pairs may stand in a bare destination, 32 levels deep. */
function hasBalancedBrackets(url: string): boolean {
  let depth = 0
  for (const character of url.replace(/\\./g, '')) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0 || depth > 32) return false
  }
  return depth === 0
}

function escapeTitle(title: string): string {
  return title
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(entity, '\\&')
}
