import react from '@vitejs/plugin-react'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { root } from './setup/paths.mjs'

/** Only these stay outside a bundle: the packaged app has no node_modules. */
const external = ['electron', ...builtinModules, /^node:/]

/**
 * The bundles that run on Node. Each is built alone: with a shared graph the worker's file would start by requiring
 * the main bundle, and run the whole main process again inside the worker.
 */
export const nodeBundles = [
  { name: 'index', entry: 'electron/main.ts', folder: 'out/main' },
  { name: 'worker', entry: 'journal/index/worker.ts', folder: 'out/main' },
  { name: 'check-worker', entry: 'cli/check-worker.ts', folder: 'out/main' },
  { name: 'document-worker', entry: 'journal/documents/document-worker.ts', folder: 'out/main' },
  { name: 'index', entry: 'electron/preload.ts', folder: 'out/preload' },
]

export const cliBundles = [
  { name: 'cairn', entry: 'cli/main.ts', folder: 'out/cli' },
  { name: 'document-worker', entry: 'journal/documents/document-worker.ts', folder: 'out/cli' },
]

/**
 * Vite configuration for one file that runs on Node: CommonJS, since Electron's sandboxed preload and its main
 * process before version 28 load nothing else. `node18` is the oldest Node that runs it.
 *
 * @param {{ name: string, entry: string, folder: string }} bundle
 * @param {import('vite').InlineConfig} [extra]
 * @returns {import('vite').InlineConfig}
 */
export function nodeConfig(bundle, extra = {}) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    resolve: { conditions: ['node', 'import', 'default'] },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    ...extra,
    build: {
      ssr: bundle.entry,
      outDir: bundle.folder,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external,
        // unpdf looks for a package of fonts by `import.meta`, and goes on when there is none: there never is.
        checks: { emptyImportMeta: false },
        output: { format: 'cjs', entryFileNames: `${bundle.name}.cjs`, codeSplitting: false },
      },
      ...extra.build,
    },
  }
}

/** @returns {import('vite').InlineConfig} */
export function rendererConfig() {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      sourcemap: true,
      chunkSizeWarningLimit: 3000,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
}
