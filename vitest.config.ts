import { defineConfig } from 'vitest/config'

/** `node` runs everything without a document; `dom` runs components and the mounted editor. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/fidelity/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/unit/**/*.test.tsx'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
