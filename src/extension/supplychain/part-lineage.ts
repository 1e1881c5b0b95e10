import type { FolderInventory, WirePart } from '../../protocol/messages';
import { partName } from '../../report/inventory/part-words';
import type { LineageEdge } from '../../supplychain/inventory/inventory';
import type { JOINS } from '../../supplychain/inventory/sighting';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { TreeNode } from '../tree/tree-node';
import { placeOfUse, useText } from './part-uses';

const JOIN_WORDS: Readonly<Record<(typeof JOINS)[number], readonly [to: string, from: string]>> = {
  'trained-on': ['Trained on', 'Trains'],
  'fine-tuned-from': ['Fine-tuned from', 'Fine-tuned into'],
  adapts: ['Adapts', 'Adapted by'],
  tokenizes: ['Splits texts for', 'Its tokenizer'],
  embeds: ['Embeds texts for', 'Filled by'],
  'stored-in': ['Stored in', 'Stores'],
  asks: ['Asks', 'Asked by'],
  calls: ['Calls', 'Called by'],
  serves: ['Serves', 'Served by'],
  evaluates: ['Evaluates', 'Evaluated by'],
};

/** What a part is joined to: a row for each join, which leads to where it was seen. */
export function lineageNodes(
  part: WirePart,
  folder: string,
  id: string,
  inventory: FolderInventory | undefined,
): readonly TreeNode[] {
  const nameOf = (other: string): string => {
    const found = inventory?.parts.find((candidate) => candidate.id === other);
    return found ? partName(found) : other;
  };
  const node = ({ join, use }: LineageEdge, other: string, way: 0 | 1, at: number): TreeNode => {
    const label = JOIN_WORDS[join][way];
    const name = nameOf(other);
    return {
      id: `${id}/lineage/${at}/${way}`,
      label,
      description: name,
      tooltip: `${label} ${escapeMarkdown(name)}  \n${escapeMarkdown(useText(use))}`,
      icon: { name: way === 0 ? 'arrow-right' : 'arrow-left' },
      menu: VIEW_ITEMS.partUse,
      spoken: `${label} ${name}`,
      place: placeOfUse(use, folder),
      click: 'openPlace',
    };
  };
  return (inventory?.lineage ?? []).flatMap((edge, at): readonly TreeNode[] => {
    if (edge.from === part.id) return [node(edge, edge.to, 0, at)];
    return edge.to === part.id ? [node(edge, edge.from, 1, at)] : [];
  });
}
