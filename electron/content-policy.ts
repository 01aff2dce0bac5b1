import { pictureScheme } from '../shared/contract/picture-url.ts'

/** Scheme and address of the window's own page. */
export const pageScheme = 'cairn-app'
export const pageAddress = `${pageScheme}://window/index.html`

/**
 * The content security policy of the window's page: nothing, except its own scripts, styles, faces and pictures and
 * those of the journal.
 *
 * `'unsafe-inline'` is for styles only: CodeMirror and the component library make `<style>` elements while running.
 * Text of an entry never becomes markup, so it cannot bring a style of its own.
 */
export const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `font-src 'self'`,
  `img-src 'self' data: ${pictureScheme}:`,
  `connect-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** For a picture opened as a document, and for SVG, which could hold scripts: nothing at all but its own styles. */
export const picturePolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox`
