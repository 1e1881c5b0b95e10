import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { chromium as playwright, type Page } from 'playwright-core';
import { panelHtml } from '../../src/extension/panel/panel-html';
import { MemorySource } from '../../src/models/bytes/byte-source';
import type { SignatureView } from '../../src/report/signing/signature-view';
import type { ToModelPage } from '../../src/protocol/model/to-model-page';
import type { ModelView, OpcodeRow } from '../../src/report/model/view/model-view';
import { ModelSession } from '../../src/report/model/view/model-session';
import { checkpoint, hostileGguf, maliciousPickle } from '../../test/support/models/editor-samples';
import { chromium, CHROMIUM_FLAGS } from '../vscode/chromium';
import { axeViolations } from './check-axe';
import { THEMES } from './scenes';
import { serveFolder } from './serve-folder';

const FOLDER = 'build/preview-model';
const SIZES = [
  [1100, 900],
  [420, 900],
] as const;

interface ModelScene {
  readonly messages: readonly ToModelPage[];
  /** Name of a tab to open. */
  readonly tab?: RegExp;
}

const view = (message: ModelView): ToModelPage => ({ type: 'view', view: message });

const signed = (signature: SignatureView): ToModelPage => ({ type: 'signature', signature });

const VERIFIED: SignatureView = {
  state: 'verified',
  at: '2026-11-23T20:00:00.000Z',
  signer: 'Signed by release@example.org (on the word of https://accounts.example.org).',
  trust: 'Demanded by /work/acme/.mlsecops.yaml.',
  content: '12 files, 4.1 GB',
  problems: [],
  moreProblems: 0,
  notes: [],
  canRemember: true,
};

const FAILED: SignatureView = {
  ...VERIFIED,
  state: 'failed',
  content: '11 files, 3.9 GB',
  problems: ['weights/model-00002-of-00009.safetensors: Its content is not what was signed.'],
  canRemember: false,
};

function inspected(
  name: string,
  content: Uint8Array,
): { readonly view: ModelView; readonly rows: readonly OpcodeRow[] } {
  const session = new ModelSession(new MemorySource(content), name);
  const made = session.inspect({ onPreview: () => undefined, onProgress: () => undefined });
  return { view: made, rows: session.opcodes(0, 0).rows };
}

function scenes(): Readonly<Record<string, ModelScene>> {
  const evil = inspected('evil.pkl', maliciousPickle('/tmp/marker'));
  const clean = inspected('checkpoint.pt', checkpoint());
  const chat = inspected('chat.gguf', hostileGguf());
  const unknown = inspected('notes.bin', new TextEncoder().encode('nothing that is known '.repeat(20)));
  const long = 'a_name_that_is_long_'.repeat(12);
  const many: ModelView = {
    ...clean.view,
    name: `${long}.safetensors`,
    members: Array.from({ length: 10_000 }, (_, at) => ({
      path: `archive/${at % 7 === 0 ? long : 'data'}/${at}`,
      format: '',
      size: at * 100,
      verdict: at === 3 ? 'malicious' : 'safe',
    })),
    tensors: Array.from({ length: 100_000 }, (_, at) => ({
      name: `${at % 9 === 0 ? long : 'model'}.layers.${at}.weight`,
      shape: '4096 × 4096',
      type: 'BF16',
      size: 33_554_432,
    })),
    properties: [{ label: long, value: long, where: long }],
  };
  return {
    malicious: { messages: [view(evil.view)] },
    opcodes: {
      messages: [
        view(evil.view),
        { type: 'opcodes', pickle: 0, page: 0, rows: evil.rows, total: evil.rows.length },
      ],
      tab: /Disassembly/u,
    },
    imports: { messages: [view(evil.view)], tab: /Imports/u },
    clean: { messages: [view(clean.view), signed({ state: 'unverified', file: 'model.sig' })] },
    'signed-verified': { messages: [view(clean.view), signed(VERIFIED)] },
    'signed-failed': { messages: [view(clean.view), signed(FAILED)] },
    'signed-running': {
      messages: [view(clean.view), signed({ state: 'running', text: 'Hashing: 2 of 9 files, 1.2 GB' })],
    },
    contents: { messages: [view(clean.view)], tab: /Contents/u },
    template: { messages: [view(chat.view)], tab: /Texts/u },
    unknown: { messages: [view(unknown.view)] },
    running: { messages: [{ type: 'running', name: 'large.pt', size: 2 ** 31, read: 2 ** 29 }] },
    preview: {
      messages: [
        view({ ...clean.view, complete: false }),
        { type: 'running', name: 'large.pt', size: 2 ** 31, read: 2 ** 29 },
      ],
    },
    failed: {
      messages: [{ type: 'failed', message: 'The file is larger than what this file system gives.' }],
    },
    'many-tensors': { messages: [view(many)], tab: /Tensors/u },
    'many-members': { messages: [view(many)], tab: /Contents/u },
  };
}

/**
 * Takes pictures of the page of model files into `build/preview-model/shots`, in every theme, and runs axe over each. Arguments
 * narrow them down: each must occur in the name of a picture. Fails when axe finds something.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  await buildPage();
  const server = await serveFolder(FOLDER);
  const browser = await playwright.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
  let problems = 0;
  try {
    for (const [name, scene] of Object.entries(scenes())) {
      for (const theme of Object.keys(THEMES)) {
        for (const [width, height] of SIZES) {
          const shot = `${name}-${theme}-${width}`;
          if (!wanted.every((word) => shot.includes(word))) continue;
          const page = await browser.newPage({ viewport: { width, height } });
          page.on('pageerror', (error) => console.error(`${shot}: ${error.message}`));
          await page.goto(server.address);
          await play(page, scene, theme);
          for (const violation of await axeViolations(page)) {
            problems += 1;
            console.log(`${shot}: ${violation}`);
          }
          await page.screenshot({ path: `${FOLDER}/shots/${shot}.png` });
          await page.close();
        }
      }
    }
    console.log(`axe: ${problems} violations`);
  } finally {
    await browser.close();
    server.stop();
  }
  if (problems > 0) process.exitCode = 1;
}

async function play(page: Page, { messages, tab }: ModelScene, theme: string): Promise<void> {
  await page.evaluate(
    ({ name, classes }) => {
      document.documentElement.dataset['theme'] = name;
      document.body.className = classes;
    },
    { name: theme, classes: THEMES[theme] ?? '' },
  );
  for (const message of messages) {
    await page.evaluate((each) => window.postMessage(each, '*'), message as unknown as object);
  }
  await page.getByRole('region', { name: 'Verdict' }).waitFor();
  if (tab) await page.getByRole('tab', { name: tab }).click();
  await page.waitForTimeout(150);
}

async function buildPage(): Promise<void> {
  await mkdir(`${FOLDER}/shots`, { recursive: true });
  const common = {
    outdir: FOLDER,
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'warning',
  } as const;
  await build({
    ...common,
    entryPoints: { model: 'src/webview/model/main.tsx' },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  await build({ ...common, entryPoints: { themes: 'scripts/preview/themes/index.css' } });
  await writeFile(
    `${FOLDER}/host.js`,
    'window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });',
  );
  const html = panelHtml({
    script: 'model.js',
    style: 'model.css',
    cspSource: "'self'",
    nonce: 'preview',
    title: 'Model file',
  });
  await writeFile(
    `${FOLDER}/index.html`,
    html
      .replace('<link ', '<link rel="stylesheet" href="themes.css">\n<link ')
      .replace('<script ', '<script nonce="preview" src="host.js"></script>\n<script '),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
