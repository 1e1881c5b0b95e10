import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateSync } from 'fflate';
import type { BuildOptions, Plugin } from 'esbuild';

/**
 * Bundles the catalog's core and its knowledge of parts compressed: most of both is knowledge of libraries, which repeats the same few
 * words. It is inflated once, when a bundle starts.
 */
export const compressedCore: Plugin = {
  name: 'compressed-core',
  setup(build) {
    build.onLoad({ filter: /src[\\/]catalog[\\/](?:core|parts)\.generated\.json$/ }, ({ path }) => ({
      contents: [
        inflatedText(build.initialOptions),
        `import bytes from ${JSON.stringify(`${path}?deflated`)};`,
        'export default JSON.parse(inflatedText(bytes));',
      ].join('\n'),
      loader: 'js',
      resolveDir: dirname(path),
    }));
    build.onResolve({ filter: /\?deflated$/ }, ({ path }) => ({ path, namespace: 'deflated' }));
    build.onLoad({ filter: /.*/, namespace: 'deflated' }, ({ path }) => ({
      contents: deflated(readFileSync(path.replace(/\?deflated$/, ''), 'utf8')),
      loader: 'binary',
    }));
  },
};

/** The line of a module that brings in `inflatedText`, which undoes {@link deflated}: Node has it built in, many times faster. */
export function inflatedText({ platform }: BuildOptions): string {
  return platform === 'node'
    ? `import { inflateRawSync } from 'node:zlib'; const inflatedText = (bytes) => inflateRawSync(bytes).toString();`
    : `import { inflateSync, strFromU8 } from 'fflate'; const inflatedText = (bytes) => strFromU8(inflateSync(bytes));`;
}

/** A text as small as deflate makes it. */
export function deflated(text: string): Uint8Array {
  return deflateSync(new TextEncoder().encode(text), { level: 9 });
}
