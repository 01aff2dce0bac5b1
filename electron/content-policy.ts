import { pictureScheme } from '../shared/contract/picture-url.ts'

/** Scheme and address of the window's own page. */
export const pageScheme = 'cairn-app'
export const pageAddress = `${pageScheme}://window/index.html`

/**
 * The content security policy of the window's page: nothing, except its own scripts and threads, styles, faces and pictures and
 * those of the journal.
 *
 * Styles come from files and from script alone (`element.style`, constructed sheets), so `<style>` elements and
 * `style` attributes, the two that text could smuggle in, are refused as well.
 */
export const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `worker-src 'self'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src 'self' data: ${pictureScheme}:`,
  `connect-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** For a picture opened as a document, and for SVG, which could hold scripts: nothing at all but its own styles. */
export const picturePolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox`
