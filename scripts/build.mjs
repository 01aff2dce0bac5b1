import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { cliBundles, nodeBundles, nodeConfig, rendererConfig } from './bundles.mjs'
import { root } from './setup/paths.mjs'

/** Builds everything the app runs from: main, worker, preload, renderer, and the assets beside them. */
export async function buildApp() {
  const startedMs = Date.now()
  copyAssets()
  await Promise.all([...nodeBundles.map((bundle) => build(nodeConfig(bundle))), build(rendererConfig())])
  console.log(`built in ${Date.now() - startedMs} ms`)
}

/** Builds the terminal command, and the worker that reads documents for it. */
export async function buildCli() {
  await Promise.all(cliBundles.map((bundle) => build(nodeConfig(bundle))))
}

function copyAssets() {
  const target = path.join(root, 'out/assets')
  fs.rmSync(target, { recursive: true, force: true })
  fs.cpSync(path.join(root, 'assets'), target, { recursive: true })
}

if (process.argv[1]?.endsWith('build.mjs')) await buildApp()
