import type { PanelState } from '../../src/protocol/panel';

/** What a preview page shows: the state the panel starts with and parameters of the page. */
export interface Scene {
  readonly state?: Partial<PanelState> & Pick<PanelState, 'lifecycle' | 'followEditor'>;
  readonly query?: { readonly snapshot?: string; readonly loading?: string };
}

const ML = { lifecycle: 'mlsecops', followEditor: false };
const LLM = { lifecycle: 'llmsecops', followEditor: false };

export const SCENES: Readonly<Record<string, Scene>> = {
  overview: { state: ML },
  following: { state: { ...ML, followEditor: true } },
  stage: { state: { ...ML, stage: 'experimentation' } },
  training: { state: { ...ML, stage: 'continuous-deployment' } },
  risk: { state: { ...ML, stage: 'experimentation', risk: 'owasp-ml-2023:ML06' } },
  rule: { state: { ...ML, stage: 'experimentation', rule: 'torch-load-unsafe' } },
  llm: { state: { ...LLM, stage: 'llm-develop-experiment' } },
  govern: { state: { ...LLM, stage: 'llm-govern' } },
  empty: { state: ML, query: { snapshot: 'empty.json' } },
  many: { state: ML, query: { snapshot: 'many.json' } },
  'long-names': { state: ML, query: { snapshot: 'long.json' } },
  loading: { query: { loading: '' } },
};

/** Theme of the fixtures by name, with the classes VS Code gives the body. */
export const THEMES: Readonly<Record<string, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast vscode-high-contrast-light',
};

export const SIZES: readonly (readonly [number, number])[] = [
  [1100, 800],
  [700, 900],
  [420, 900],
];
