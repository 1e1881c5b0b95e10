import type { WirePart } from '../../protocol/messages';
import { oneLine } from '../../report/one-line';
import type { PartUse } from '../../supplychain/inventory/part';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { Place } from '../tree/place';
import type { TreeNode } from '../tree/tree-node';

/** Uses that are listed at once when a part is opened. */
const MOST_OPEN_USES = 8;

/** The places where a part is used, below one row. */
export function usesNode({ uses, useCount }: WirePart, folder: string, id: string): TreeNode {
  const more: readonly TreeNode[] =
    useCount > uses.length
      ? [{ id: `${id}/uses/more`, label: `${useCount - uses.length} more`, icon: { name: 'ellipsis' } }]
      : [];
  return {
    id: `${id}/uses`,
    label: 'Used in',
    description: useCount === 1 ? '1 place' : `${useCount} places`,
    icon: { name: 'references' },
    expanded: useCount <= MOST_OPEN_USES,
    children: () => [...uses.map((use, at) => useNode(use, folder, `${id}/uses/${at}`)), ...more],
  };
}

function useNode(use: PartUse, folder: string, id: string): TreeNode {
  const path = oneLine(use.path);
  const via = oneLine(use.via);
  return {
    id,
    label: useText({ ...use, path: path.slice(path.lastIndexOf('/') + 1) }),
    description: via,
    tooltip: `${escapeMarkdown(useText(use))}  \n${escapeMarkdown(via)}`,
    icon: { name: 'go-to-file' },
    menu: VIEW_ITEMS.partUse,
    spoken: `${useText(use)}, ${via}`,
    place: placeOfUse(use, folder),
    click: 'openPlace',
  };
}

/** `src/train.py:12`, in a notebook `explore.ipynb, cell 3:2`; lines and cells count from one. */
export function useText({ path, location }: PartUse): string {
  const cell = location.cell === undefined ? '' : `, cell ${location.cell + 1}`;
  return `${oneLine(path)}${cell}:${location.start.line + 1}`;
}

/** Where in the editor a use is. */
export function placeOfUse({ path, location }: Pick<PartUse, 'path' | 'location'>, folder: string): Place {
  const { start, end, cell } = location;
  const uri = `${folder.replace(/\/$/u, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
  return { uri, range: { start, end }, ...(cell === undefined ? {} : { cell }) };
}
