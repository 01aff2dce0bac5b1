/** The must-read star as authors type it: with or without a variation selector, or as a shortcode. */
const star = /(?:⭐|🌟|★|:star:)\uFE0F?/u
const leading = new RegExp(`^\\s*${star.source}`, 'u')
/** Several stars, or an empty one beside them, are a rating (`★★★☆`) and say nothing about must-read. */
const rating = /[★☆]{2,}/u

/** Place of the first must-read star in `text`, or null. */
export function findStar(text: string): { readonly at: number; readonly end: number } | null {
  const found = star.exec(text)
  if (found === null || (found[0].startsWith('★') && rating.test(text))) return null
  return { at: found.index, end: found.index + found[0].length }
}

/** Length of the white space and star that `text` begins with; 0 when it begins with no star. */
export function leadingStar(text: string): number {
  return leading.exec(text)?.[0].length ?? 0
}

/** `text` without its stars and the space they leave. */
export function withoutStars(text: string): string {
  return text
    .replace(new RegExp(star, 'gu'), '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}
