/** What can be written in the field, and what it finds: short enough to be read at a glance. */
export const cheatSheet: readonly {
  readonly label: string
  readonly lines: readonly (readonly [write: string, finds: string])[]
}[] = [
  {
    label: 'Words',
    lines: [
      ['mentor program', 'both words, in any form, typing errors forgiven'],
      ['"public research output"', 'these words together'],
      ['mentor or advisor', 'one of the two'],
      ['mentor -program', 'without a word'],
      ['/deadlines?/', 'a regular expression'],
    ],
  },
  {
    label: 'Where',
    lines: [
      ['in:title', 'only in titles; also heading, link, body'],
      ['kind:draft', 'only drafts; also entry, page, resource, action, quote…'],
      ['tag:career', 'with a tag'],
      ['path:drafts/', 'in a folder'],
    ],
  },
  {
    label: 'When',
    lines: [
      ['before:2025-10', 'before a day, month or year'],
      ['after:"last march"', 'after it, also in words'],
      ['on:yesterday', 'on it'],
    ],
  },
  {
    label: 'What',
    lines: [
      ['is:open', 'with something to do; also done, overdue, draft, unread'],
      ['has:star', 'must-reads; also action, image, quote, link'],
      ['by:nanda', 'links by an author'],
      ['site:arxiv.org', 'links to a site'],
    ],
  },
]
