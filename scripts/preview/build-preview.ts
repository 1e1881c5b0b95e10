import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { PanelSnapshot } from '../../src/protocol/panel';
import { sampleSnapshot } from './sample-snapshot';

export const PREVIEW_FOLDER = 'build/preview';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Lifecycle panel</title>
    <link rel="stylesheet" href="themes.css" />
    <link rel="stylesheet" href="lifecycle.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="host.js"></script>
    <script src="lifecycle.js"></script>
  </body>
</html>
`;

/** The sample with names as long as the schema allows and a stage the panel has no place for. */
function withLongNames(snapshot: PanelSnapshot): PanelSnapshot {
  const stages = snapshot.catalog.stages.map((stage) => ({
    ...stage,
    shortTitle: 'Validation gates',
    title: `${stage.title} with an unusually long name that has to wrap or be cut`,
  }));
  const extra = stages
    .slice(0, 1)
    .map((stage) => ({ ...stage, id: 'extra', lifecycle: 'mlsecops', number: 10 }));
  const catalog = {
    ...snapshot.catalog,
    lifecycles: snapshot.catalog.lifecycles.map((lifecycle) => ({
      ...lifecycle,
      stages: [...lifecycle.stages, 'extra'],
    })),
    stages: [...stages, ...extra],
  };
  const name = 'train_with_a_very_long_file_name_for_the_second_experiment.py';
  return { ...snapshot, catalog, editor: { name, stages: ['experimentation'] } };
}

/** Builds the panel as a page for a plain browser, with sample data and the themes of VS Code. */
export async function buildPreview(): Promise<void> {
  await mkdir(PREVIEW_FOLDER, { recursive: true });
  await build({
    entryPoints: {
      lifecycle: 'src/webview/lifecycle/main.tsx',
      host: 'scripts/preview/preview-host.ts',
      themes: 'scripts/preview/themes/index.css',
    },
    outdir: PREVIEW_FOLDER,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const empty = { ...sampleSnapshot(0), editor: undefined };
  await writeFile(`${PREVIEW_FOLDER}/index.html`, PAGE);
  await writeFile(`${PREVIEW_FOLDER}/snapshot.json`, JSON.stringify(sampleSnapshot()));
  await writeFile(
    `${PREVIEW_FOLDER}/many.json`,
    JSON.stringify({ ...sampleSnapshot(1_400), scanning: true }),
  );
  await writeFile(`${PREVIEW_FOLDER}/long.json`, JSON.stringify(withLongNames(sampleSnapshot())));
  await writeFile(`${PREVIEW_FOLDER}/empty.json`, JSON.stringify(empty));
}
