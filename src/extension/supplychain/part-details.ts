import type { FolderInventory, WirePart } from '../../protocol/messages';
import { oneLine } from '../../report/one-line';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { TreeNode } from '../tree/tree-node';
import { lineageNodes } from './part-lineage';
import { usesNode } from './part-uses';
import { PART_PAGES } from './part-entry';
import type { PartRow } from './part-row';
import { capitalized, partStates } from './part-tooltip';

/** The page that answers each of the four states, in the order of {@link partStates}. */
const PAGES = [PART_PAGES.intake, PART_PAGES.pin, PART_PAGES.sign, PART_PAGES.scan];

/** The rows below a part: its states with their reasons, what is said of it, what it is joined to, where it is used. */
export function partDetails(
  { part, folder }: PartRow,
  id: string,
  inventory: FolderInventory | undefined,
): readonly TreeNode[] {
  return [
    ...stateNodes(part, id),
    ...saidNodes(part, id),
    ...lineageNodes(part, folder, id, inventory),
    usesNode(part, folder, id),
  ];
}

/** What is not known of signature and inspection is not said of parts that have neither. */
function stateNodes(part: WirePart, id: string): readonly TreeNode[] {
  const isSilent = [false, false, part.signed.value === 'unknown', part.scanned.value === 'unknown'];
  return partStates(part).flatMap(({ words, reason }, at): readonly TreeNode[] => {
    if (isSilent[at]) return [];
    const label = capitalized(words);
    return [
      {
        id: `${id}/state/${at}`,
        label,
        description: oneLine(reason),
        tooltip: `**${label}**\n\n${escapeMarkdown(reason)}`,
        icon: { name: ['eye', 'pin', 'verified', 'search'][at] ?? 'info' },
        menu: VIEW_ITEMS.entry,
        spoken: `${label}. ${reason}`,
        learn: { entry: PAGES[at] ?? PART_PAGES.intake },
      },
    ];
  });
}

function saidNodes({ license, provider, said }: WirePart, id: string): readonly TreeNode[] {
  const facts: readonly (readonly [label: string, text: string | undefined])[] = [
    ['License', license],
    ['Provider', provider],
    ['Base model', said.baseModels?.join(', ')],
    ['Datasets', said.datasets?.join(', ')],
    ['Collections', said.collections?.join(', ')],
    ['Trained by', said.trainedBy],
    ['Task', said.task],
    ['Format', said.format],
    ['Framework', said.framework],
    ['Languages', said.languages?.join(', ')],
    ['Address', said.address],
    ['SHA-256', said.sha256],
  ];
  return facts.flatMap(([label, text]): readonly TreeNode[] =>
    text
      ? [
          {
            id: `${id}/said/${label}`,
            label,
            description: oneLine(text),
            tooltip: `${label}: ${escapeMarkdown(text)}`,
            icon: { name: 'info' },
            spoken: `${label}: ${text}`,
          },
        ]
      : [],
  );
}
