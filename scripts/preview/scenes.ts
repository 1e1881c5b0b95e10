import { overlayChoices } from '../../src/diagram/overlays';
import { guideOf } from '../../src/catalog/entries';
import type { PanelState } from '../../src/protocol/panel';
import { sampleCatalog } from './sample-catalog';

/** What a preview page shows: the state the panel starts with and parameters of the page. */
export interface Scene {
  readonly state?: Partial<PanelState> & Pick<PanelState, 'lifecycle' | 'followEditor'>;
  readonly query?: {
    readonly snapshot?: string;
    readonly catalog?: string;
    readonly supply?: string;
    readonly loading?: string;
  };
  /** Text typed into the search box before the picture is taken. */
  readonly search?: string;
  /** What is clicked before the picture is taken. */
  readonly click?: string;
}

const ML = { lifecycle: 'mlsecops', followEditor: false };
const LLM = { lifecycle: 'llmsecops', followEditor: false };
const page = (entry: string, more: object = {}): Scene => ({ state: { ...ML, entry, ...more } });
const crosswalk = (rows: string, columns: string): Scene => ({
  state: { ...ML, view: 'crosswalk', crosswalk: { rows, columns } },
});

/** Scenes that do not depend on what the catalog holds. */
const BASIC: Readonly<Record<string, Scene>> = {
  overview: { state: ML },
  following: { state: { ...ML, followEditor: true } },
  stage: { state: { ...ML, stage: 'experimentation' } },
  'stage-overlay': { state: { ...ML, stage: 'planning-design', overlay: 'owasp-ml-2023' } },
  training: { state: { ...ML, stage: 'continuous-deployment' } },
  risk: { state: { ...ML, stage: 'experimentation', entry: 'risks/owasp-ml-2023:ML06' } },
  'risk-llm': { state: { ...LLM, entry: 'risks/owasp-llm-2026:LLM04', overlay: 'owasp-llm-2026' } },
  rule: { state: { ...ML, stage: 'experimentation', entry: 'rules/torch-load-unsafe' } },
  llm: { state: { ...LLM, stage: 'llm-develop-experiment' } },
  govern: { state: { ...LLM, stage: 'llm-govern' } },
  empty: { state: ML, query: { snapshot: 'empty' } },
  'many-2000': { state: ML, query: { snapshot: '2000' } },
  'many-10000': { state: ML, query: { snapshot: '10000' } },
  'long-names': { state: ML, query: { snapshot: 'long', catalog: 'catalog-long' } },
  'long-overlay': {
    state: { ...ML, overlay: 'roles' },
    query: { snapshot: 'long', catalog: 'catalog-long' },
  },
  loading: { query: { loading: '' } },
  zoomed: { state: { ...ML, overlay: 'owasp-ml-2023', zoom: 1.953125 } },
  small: { state: { ...ML, zoom: 0.64 } },
  search: { state: ML, search: 'poisoning' },
  'search-nothing': { state: ML, search: 'qqqqqq' },
  'export-menu': { state: ML, click: '[aria-haspopup="menu"]' },
  compare: { state: { ...ML, view: 'compare' } },
  'compare-new': { state: { ...ML, view: 'compare' }, click: '.compare input[type=checkbox]' },
  'compare-stage': { state: { ...LLM, view: 'compare', stage: 'llm-augment-finetune' } },
  crosswalk: crosswalk('owasp-llm-2026', 'nist-ai-rmf'),
  'crosswalk-cell': { ...crosswalk('owasp-ml-2023', 'stages'), click: 'td button.cell' },
  'crosswalk-large': crosswalk('mitre-atlas', 'nist-ai-rmf'),
  'crosswalk-controls': crosswalk('controls', 'csa-aicm'),
  'crosswalk-none': crosswalk('sources-none', 'sources-none'),
  lineage: { state: { ...ML, view: 'lineage' }, query: { supply: 'supply' } },
  'lineage-part': {
    state: { ...ML, view: 'lineage', part: 'hosted-model:huggingface/gpt-4o' },
    query: { supply: 'supply' },
  },
  'lineage-many': { state: { ...ML, view: 'lineage' }, query: { supply: 'supply-many' } },
  'lineage-none': { state: { ...ML, view: 'lineage' } },
  'parts-overlay': { state: { ...LLM, overlay: 'open-closed' }, query: { supply: 'supply' } },
  'parts-overlay-stage': {
    state: { ...LLM, stage: 'llm-develop-experiment', overlay: 'open-closed' },
    query: { supply: 'supply' },
  },
  'page-control': page('controls/C06'),
  'page-tool': page('tools/sigstore'),
  'page-role': page('roles/DS'),
  'page-technique': page('techniques/AML.T0010'),
  'page-framework': page('frameworks/nist-ai-rmf'),
  'page-item': page('items/nist-218a:PO.1.1'),
  'page-level': page('maturityLevels/L2'),
  'page-dimension': page('maturityDimensions/D3'),
  'page-evidence': page('evidence/NEG-PICKLE-LOAD'),
  'page-retired': page('retired/AML.T0019'),
  'page-source': page('sources/WP'),
};

/** One page of each kind that has entries of its own names, and every overlay on both lifecycles. */
function fromCatalog(): Record<string, Scene> {
  const catalog = sampleCatalog();
  const scenes: Record<string, Scene> = {};
  for (const kind of ['guidance', 'threats', 'activities', 'gaps', 'entryPoints', 'comparisons'] as const) {
    const entry =
      kind === 'guidance' ? catalog.guidance.find(({ form }) => form === 'recipe') : catalog[kind][0];
    if (entry) scenes[`page-${kind}`] = page(`${kind}/${entry.id}`);
  }
  for (const { id } of overlayChoices(guideOf({ ...catalog, synonyms: [] }))) {
    const name = id.replace(/[^\w.-]/gu, '-');
    scenes[`overlay-${name}`] = { state: { ...ML, overlay: id } };
    scenes[`llm-overlay-${name}`] = { state: { ...LLM, overlay: id } };
  }
  return scenes;
}

export const SCENES: Readonly<Record<string, Scene>> = { ...BASIC, ...fromCatalog() };

/** Theme of the fixtures by name, with the classes VS Code gives the body. */
export const THEMES: Readonly<Record<string, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast vscode-high-contrast-light',
};

export const SIZES: readonly (readonly [number, number])[] = [
  [1600, 1000],
  [1100, 800],
  [700, 900],
  [540, 800],
  [420, 900],
  [320, 800],
];
