import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { compressedCore } from './compressed-core';
import { leanRules, rulesWithoutTexts } from './lean-rules';

/** One bundle: how it is built and how large it may be (design, section 8). */
export interface BuildTarget {
  readonly name: string;
  readonly output: string;
  readonly options: BuildOptions;
  /** Parts that are imported when they are needed become files beside the output; the budget is for what loads at once. */
  readonly splits?: true;
  /** Bytes, minified. */
  readonly budget: number;
}

const kB = 1000;
const MODULES = join(__dirname, '../../node_modules');
// `module` first: some packages' `main` hides its parts from a bundler (jsonc-parser).
const NODE: BuildOptions = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // What Node would load of these is CommonJS, which goes into a bundle whole; their other builds lose what is not used.
  alias: {
    yaml: join(MODULES, 'yaml/browser/dist/index.js'),
    'vscode-languageserver-types': join(MODULES, 'vscode-languageserver-types/lib/esm/main.js'),
  },
};
const NO_VERSION_CHECK = {
  'semver/functions/parse': join(__dirname, 'semver/parse.cjs'),
  'semver/functions/satisfies': join(__dirname, 'semver/satisfies.cjs'),
};
// Its build for Node reads XML and schemas through packages that are not here; JSON is all that is written.
const CYCLONEDX = { '@cyclonedx/cyclonedx-library': join(MODULES, '@cyclonedx/cyclonedx-library/dist.web/lib.js') };
const BROWSER: BuildOptions = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const SHARED: BuildOptions = { ...BROWSER, format: 'iife' };
const LEAN = [compressedCore, leanRules];
const PREACT: BuildOptions = { jsx: 'automatic', jsxImportSource: 'preact' };

/** Every bundle of the product. Client and server exist twice: for Node and for the web; what they load later is the same for both. */
export const TARGETS: readonly BuildTarget[] = [
  {
    name: 'extension (Node)',
    output: 'dist/extension.js',
    options: {
      ...NODE,
      alias: { ...NODE.alias, ...NO_VERSION_CHECK },
      entryPoints: ['src/extension/node.ts'],
      external: ['vscode'],
    },
    budget: 505 * kB,
  },
  {
    name: 'extension (web)',
    output: 'dist/extension.web.js',
    // A web extension host loads CommonJS too.
    options: { ...BROWSER, format: 'cjs', entryPoints: ['src/extension/web.ts'], external: ['vscode'] },
    budget: 490 * kB,
  },
  {
    name: 'server (Node)',
    output: 'dist/server.js',
    options: { ...NODE, entryPoints: ['src/server/node.ts'], plugins: LEAN },
    budget: 1630 * kB,
  },
  {
    name: 'server (web worker)',
    output: 'dist/server.web.js',
    options: { ...BROWSER, format: 'iife', entryPoints: ['src/server/web-worker.ts'], plugins: LEAN },
    budget: 1610 * kB,
  },
  // What follows is one file for Node and the web: it leaves what it holds in the global scope, whoever loads it.
  {
    name: 'exports',
    output: 'dist/exports.js',
    options: { ...SHARED, ...PREACT, entryPoints: ['src/report/lifecycle/worker-entry.ts'] },
    budget: 150 * kB,
  },
  {
    name: 'languages',
    output: 'dist/languages.js',
    options: { ...SHARED, entryPoints: ['src/source/worker-entry.ts'] },
    budget: 420 * kB,
  },
  {
    name: 'inspection of models',
    output: 'dist/inspector.js',
    options: { ...SHARED, entryPoints: ['src/extension/model-worker.ts'] },
    budget: 740 * kB,
  },
  {
    name: 'bill of materials',
    output: 'dist/bom.js',
    options: {
      ...SHARED,
      alias: CYCLONEDX,
      define: { self: 'globalThis' },
      entryPoints: ['src/supplychain/bom/worker-entry.ts'],
    },
    budget: 150 * kB,
  },
  {
    name: 'thread of the model editor (Node)',
    output: 'dist/model-thread.js',
    options: { ...NODE, entryPoints: ['src/extension/node-model-worker.ts'] },
    budget: 10 * kB,
  },
  {
    name: 'verification of signatures (Node)',
    output: 'dist/verifier.js',
    options: { ...NODE, entryPoints: ['src/extension/node-verifier.ts'] },
    budget: 320 * kB,
  },
  {
    name: 'scan worker',
    output: 'dist/worker.js',
    options: { ...NODE, entryPoints: ['src/workspace/node/scan-worker.ts'], plugins: [compressedCore, rulesWithoutTexts] },
    budget: 1020 * kB,
  },
  {
    name: 'command line',
    output: 'dist/cli.js',
    options: { ...NODE, entryPoints: ['src/cli/main.ts'], plugins: LEAN, banner: { js: '#!/usr/bin/env node' } },
    budget: 2360 * kB,
  },
  {
    name: 'service for coding agents',
    output: 'dist/mcp.js',
    options: { ...NODE, entryPoints: ['src/cli/mcp/mcp-entry.ts'] },
    budget: 430 * kB,
  },
  {
    name: 'model page',
    output: 'dist/webview/model.js',
    options: { ...BROWSER, ...PREACT, format: 'esm', entryPoints: ['src/webview/model/main.tsx'] },
    budget: 120 * kB,
  },
  {
    name: 'lifecycle panel',
    output: 'dist/webview/lifecycle.js',
    // What the first drawing does without is in files of its own, which the panel loads when it has drawn.
    splits: true,
    options: {
      ...BROWSER,
      ...PREACT,
      format: 'esm',
      entryPoints: { lifecycle: 'src/webview/lifecycle/main.tsx' },
      chunkNames: 'lifecycle-[name]-[hash]',
    },
    budget: 120 * kB,
  },
];
