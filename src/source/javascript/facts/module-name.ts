/**
 * A package as rules speak of it, however it is written: `node:fs`, `npm:openai@4`, `https://esm.sh/openai@4.20.1` are `fs` and
 * `openai`. A relative path keeps its dots and loses its extension.
 */
export function moduleName(specifier: string): string {
  if (/^[./]/u.test(specifier)) return specifier.replace(EXTENSION, '');
  const plain = specifier
    .replace(/^(?:node|npm|jsr|bun):/u, '')
    .replace(
      /^https?:\/\/(?:esm\.sh|cdn\.skypack\.dev|esm\.run|(?:cdn\.)?jsdelivr\.net\/npm|unpkg\.com)\/(?:v\d+\/)?/u,
      '',
    );
  // A version stands behind the name: `@scope/name@1.2/path`.
  const named = plain.replace(/^(@[^/]+\/[^/@]+|[^/@]+)@[^/]*/u, '$1');
  // `@scope/name/part.js` is a file of the package, `chart.js` its name.
  return /^(?:@[^/]+\/[^/]+|[^@/][^/]*)\/./u.test(named) ? named.replace(EXTENSION, '') : named;
}

const EXTENSION = /\.(?:[cm]?[jt]sx?|vue|svelte)$/u;
