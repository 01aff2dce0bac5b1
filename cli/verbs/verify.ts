import { succeed } from '../../shared/contract/errors.ts'
import { defineVerb } from '../verb.ts'
import { verifyFolder } from '../verify-folder.ts'
import { summarise, writeVerifyReport } from '../verify-report.ts'

export const verifyVerb = defineVerb({
  name: 'verify',
  takes: [],
  about:
    'Proves that opening and saving each Markdown file gives the same bytes; with --edits also makes N random edits\n' +
    'in each, in memory, and proves that a save writes what was meant and nothing else, and that undo gives the\n' +
    'bytes back. Writes nothing into the folder. Exit code 1 when a file fails.',
  options: {
    edits: { type: 'count', shown: 'N', least: 0, usual: 0, about: 'random edits in each file' },
    seed: { type: 'count', shown: 'S', least: 0, usual: 1, about: 'another number gives other edits' },
  },
  async run({ folder, options, showProgress }) {
    const result = await verifyFolder(folder, {
      ...options,
      onProgress: ({ done, total }) => showProgress(`${done} of ${total}`),
    })
    if (!result.ok) return result
    return succeed({
      json: summarise(result.value),
      write: () => writeVerifyReport(result.value),
      exitCode: result.value.failures.length === 0 ? 0 : 1,
    })
  },
})
