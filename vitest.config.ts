import { defineConfig } from 'vitest/config'

/** Its modules lack what Node asks of them; the bundles of the app take them as the tests do here. */
const server = { deps: { inline: ['rrule'] } }

/** `node` runs everything without a document; `dom` runs components and the mounted editor. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          server,
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/fidelity/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dom',
          server,
          environment: 'happy-dom',
          include: ['tests/unit/**/*.test.tsx'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
