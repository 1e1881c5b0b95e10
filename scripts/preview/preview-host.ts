import { CatalogSearch } from '../../src/catalog/search/catalog-search';
import { guideOf } from '../../src/catalog/entries';
import type { PanelCatalog } from '../../src/protocol/panel-catalog';
import type { PanelSupply } from '../../src/protocol/panel-supply';
import type { FromPanel, PanelSnapshot, ToPanel } from '../../src/protocol/panel';

/**
 * Runs in the preview page before the panel: plays the editor. The state comes from the address (`#{"stage":"..."}`), catalog
 * and snapshot from files beside the page. `window.preview` tells what the panel sent and how long it took to draw.
 */
interface Preview {
  readonly posted: FromPanel[];
  /** Milliseconds from the two messages to the drawn diagram. */
  drawn: number | undefined;
  send: (message: ToPanel) => void;
}

const preview: Preview = {
  posted: [],
  drawn: undefined,
  send: (message) => window.postMessage(message, '*'),
};

function acquireVsCodeApi() {
  const parameters = new URLSearchParams(location.search);
  document.documentElement.dataset['theme'] = parameters.get('theme') ?? 'dark';
  document.body.className = parameters.get('body') ?? 'vscode-dark';
  let catalog: PanelCatalog | undefined;
  let search: CatalogSearch | undefined;

  const read = async <T>(name: string): Promise<T> => (await (await fetch(`${name}.json`)).json()) as T;
  const start = async () => {
    catalog = await read<PanelCatalog>(parameters.get('catalog') ?? 'catalog');
    const snapshot = await read<PanelSnapshot>(parameters.get('snapshot') ?? 'snapshot');
    const supply = parameters.get('supply');
    if (supply !== null) preview.send({ type: 'supply', supply: await read<PanelSupply>(supply) });
    const begin = performance.now();
    preview.send({ type: 'catalog', catalog });
    preview.send({ type: 'snapshot', snapshot });
    const wait = () => {
      if (!document.querySelector('svg.drawing, .matrix, .compare-row, .lineage'))
        requestAnimationFrame(wait);
      // One frame more: what was drawn is on the screen then.
      else requestAnimationFrame(() => (preview.drawn = performance.now() - begin));
    };
    requestAnimationFrame(wait);
  };

  return {
    postMessage(message: FromPanel) {
      preview.posted.push(message);
      if (message.type === 'ready' && !parameters.has('loading')) void start();
      if (message.type === 'search' && catalog) {
        search ??= new CatalogSearch(guideOf({ ...catalog, synonyms: [] }));
        preview.send({ type: 'found', query: message.query, hits: search.find(message.query, 30) });
      }
    },
    getState: (): unknown =>
      location.hash ? JSON.parse(decodeURIComponent(location.hash.slice(1))) : undefined,
    setState: () => undefined,
  };
}

Object.assign(window, { acquireVsCodeApi, preview });
