import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import ignore from 'ignore';
import { manifest, ROOT } from './manifest';

const { contributes } = manifest;
const pictures = [
  manifest.icon,
  ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
  ...Object.values(contributes.views)
    .flat()
    .map(({ icon }) => icon),
  ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)]),
  'media/panel-icon.svg',
];
const grammars = contributes.grammars.map(({ path }) => path.replace(/^\.\//u, ''));
const bundles = [
  ...['extension', 'extension.web', 'server', 'server.web', 'inspector', 'model-thread', 'verifier'],
  ...['webview/lifecycle', 'webview/model'],
].map((name) => `dist/${name}.js`);

describe('what ships', () => {
  const left = ignore().add(readFileSync(join(ROOT, '.vscodeignore'), 'utf8'));

  test('every picture and grammar that the manifest names exists', () => {
    for (const file of [...pictures, ...grammars]) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  test('the activity bar gets a picture of one colour, the marketplace one of 128 pixels', () => {
    const colours = [
      ...readFileSync(join(ROOT, 'media/activity-bar.svg'), 'utf8').matchAll(/(?:fill|stroke)="([^"]+)"/gu),
    ];
    expect(new Set(colours.map((match) => match[1]))).toEqual(new Set(['none', '#000']));
    const png = readFileSync(join(ROOT, manifest.icon));
    // Width and height are the first two numbers of the header chunk.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('sources, tests and examples stay out of the package', () => {
    for (const file of [
      'src/extension/node.ts',
      'test/unit/a.test.ts',
      'examples/train.py',
      'node_modules/a/b.js',
      '.mlsecops.yaml',
    ]) {
      expect(left.ignores(file), file).toBe(true);
    }
  });

  test('bundles, pictures, grammars and the schema go into it', () => {
    const schemas = contributes.yamlValidation.map(({ url }) => url.replace(/^\.\//u, ''));
    for (const file of [
      ...bundles,
      ...pictures,
      ...grammars,
      ...schemas,
      'package.json',
      'package.nls.json',
      'LICENSE',
    ]) {
      // A negated pattern of a file whose folder is ignored still counts for the packager.
      expect(isNamed(file), file).toBe(true);
    }
  });

  test('it starts on the narrowest events and in every kind of workspace', () => {
    expect(
      manifest.activationEvents.filter((event) => event.includes('*') || event === 'onStartupFinished'),
    ).toEqual([]);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe(true);
  });

  test('categories are ones that the marketplace knows', () => {
    const known = [
      'Linters',
      'Machine Learning',
      'Data Science',
      'Visualization',
      'Notebooks',
      'AI',
      'Other',
    ];
    for (const category of manifest.categories) expect(known).toContain(category);
  });
});

const allowed = ignore().add(
  readFileSync(join(ROOT, '.vscodeignore'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    .join('\n'),
);

function isNamed(file: string): boolean {
  return allowed.ignores(file);
}
