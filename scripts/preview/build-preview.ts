import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { panelHtml } from '../../src/extension/panel/panel-html';
import { sampleCatalog } from './sample-catalog';
import { sampleSnapshot } from './sample-snapshot';
import { sampleSupply } from './sample-supply';
import { withLongNames } from './long-names';

export const PREVIEW_FOLDER = 'build/preview';

/** Findings of the sample; so many copies of them make about 2,000 and 10,000. */
const SAMPLE = 9;

/** Builds the panel as a page for a plain browser, with sample data, the themes of VS Code and the panel's own policy. */
export async function buildPreview(): Promise<void> {
  await mkdir(PREVIEW_FOLDER, { recursive: true });
  const common = {
    outdir: PREVIEW_FOLDER,
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'warning',
  } as const;
  await build({
    ...common,
    entryPoints: { lifecycle: 'src/webview/lifecycle/main.tsx' },
    format: 'esm',
    splitting: true,
    chunkNames: 'lifecycle-[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  await build({
    ...common,
    entryPoints: { host: 'scripts/preview/preview-host.ts', themes: 'scripts/preview/themes/index.css' },
    format: 'iife',
  });
  await writeFile(`${PREVIEW_FOLDER}/index.html`, page());
  const files: Readonly<Record<string, unknown>> = {
    catalog: sampleCatalog(),
    'catalog-long': withLongNames(sampleCatalog()),
    supply: sampleSupply(0),
    'supply-many': sampleSupply(30),
    snapshot: sampleSnapshot(),
    '2000': sampleSnapshot(Math.ceil(2_000 / SAMPLE)),
    '10000': { ...sampleSnapshot(Math.ceil(10_000 / SAMPLE)), scanning: true },
    empty: { ...sampleSnapshot(0), editor: undefined },
    long: {
      ...sampleSnapshot(),
      editor: {
        name: 'train_with_a_very_long_file_name_for_the_second_experiment.py',
        stages: ['experimentation'],
      },
    },
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(`${PREVIEW_FOLDER}/${name}.json`, JSON.stringify(content));
  }
}

/** The panel's page, with the themes and the stand-in for the editor before its script. */
function page(): string {
  const nonce = 'preview';
  const html = panelHtml({
    script: 'lifecycle.js',
    style: 'lifecycle.css',
    cspSource: "'self'",
    nonce,
    title: 'Lifecycle panel',
  });
  return html
    .replace('default-src &#39;none&#39;', 'default-src &#39;none&#39;; connect-src &#39;self&#39;')
    .replace('<link ', `<link rel="stylesheet" href="themes.css">\n<link `)
    .replace('<script ', `<script nonce="${nonce}" src="host.js"></script>\n<script `);
}
