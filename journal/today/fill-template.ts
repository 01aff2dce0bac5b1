import { formatMoment, type Moment } from './moment-format.ts'

/**
 * Fills the placeholders of an Obsidian template: `{{title}}`, `{{date}}`, `{{time}}`, the latter two also with a
 * moment.js format as `{{date:dddd D MMMM}}`. Everything else stays as the author wrote it.
 */
export function fillTemplate(template: string, title: string, moment: Moment): string {
  return template.replace(
    /\{\{\s*(title|date|time)\s*(?::([^{}]*))?\}\}/gi,
    (whole: string, name: string, format: string | undefined) => {
      if (name.toLowerCase() === 'title') return format === undefined ? title : whole
      return formatMoment(moment, format ?? (name.toLowerCase() === 'date' ? 'YYYY-MM-DD' : 'HH:mm'))
    },
  )
}
