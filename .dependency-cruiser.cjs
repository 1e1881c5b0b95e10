/**
 * The layers of the design, section 3: each may import only from those before it in this list.
 */
const LAYERS = [
  'catalog',
  'diagram',
  'source',
  'analysis',
  'models',
  'supplychain',
  'workspace',
  'report',
  'agent',
  'protocol',
  'server',
  'cli',
  'extension',
  'webview',
];

const layerRules = LAYERS.slice(0, -1).map((layer, at) => ({
  name: `${layer}-imports-downwards`,
  comment: `src/${layer} may not import from a layer that comes after it.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${LAYERS.slice(at + 1).join('|')})/` },
}));

/** Layers that may know an outside thing; all others may not. */
const only = (name, comment, layers, path, dependencyTypes) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: layers },
  to: { path, ...(dependencyTypes ? { dependencyTypes } : {}) },
});

module.exports = {
  forbidden: [
    ...layerRules,
    only(
      'vscode-only-in-extension',
      'Only the extension knows VS Code.',
      '^src/extension/',
      '^vscode$|@types/vscode/',
    ),
    only(
      'lsp-only-from-server-on',
      'Nothing before the server knows LSP; the protocol may use its plain types.',
      '^src/(server|cli|extension)/',
      'node_modules/vscode-(languageserver|languageclient|languageserver-protocol|jsonrpc)/',
    ),
    only(
      'node-only-in-node-parts',
      'File system and Node API stay in the parts made for Node.',
      '^src/(workspace/node|cli)/|^src/server/(node|stdio)[^/]*\\.ts$|^src/extension/node[^/]*\\.ts$',
      '',
      ['core'],
    ),
    {
      name: 'diagram-knows-catalog-and-preact-only',
      comment: 'The drawing is the same in a panel, in a file and in a terminal, so it knows none of them.',
      severity: 'error',
      from: { path: '^src/diagram/' },
      to: { pathNot: '^src/(diagram|catalog)/|node_modules/preact/' },
    },
    {
      name: 'webview-knows-protocol-only',
      comment: 'What runs in a webview talks through the protocol; from other layers it takes types alone.',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: {
        path: '^src/(source|analysis|models|supplychain|workspace|report|agent|server|cli|extension)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circular',
      comment: 'A circle has no order to read it in.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
