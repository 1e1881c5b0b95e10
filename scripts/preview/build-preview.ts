import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
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
  await writeFile(`${PREVIEW_FOLDER}/empty.json`, JSON.stringify(empty));
}
