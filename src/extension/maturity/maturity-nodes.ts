import type { Guide } from '../../catalog/catalog';
import type { FolderAssessment } from '../../protocol/messages';
import type { AssessedDimension, NextStep } from '../../supplychain/maturity/assessment';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { NodeIcon, TreeNode } from '../tree/tree-node';
import { LISTED_STATES, STATE_LOOKS, STEP_VERBS } from './evidence-look';
import { askNode, attestationNode, contradictionNode } from './evidence-nodes';
import { evidenceMenu, evidencePage, evidenceTitle, evidenceTooltip } from './evidence-texts';
import type { MaturityInput } from './maturity-input';

/** The rows of the Maturity view; one row for each folder where there are several. */
export function maturityNodes(
  folders: readonly FolderAssessment[],
  guide: Guide,
  nameOf: (folder: string) => string | undefined,
): readonly TreeNode[] {
  return folders.flatMap(({ uri, assessment }): readonly TreeNode[] => {
    const evidence = new Map(assessment.evidence.map((one) => [one.id, one]));
    const input: MaturityInput = { guide, folder: uri, assessment, evidence };
    const name = nameOf(uri);
    if (name === undefined) return folderNodes(input);
    const level = levelText(guide, assessment.level);
    return [
      {
        id: uri,
        label: name,
        description: level,
        icon: { name: 'folder' },
        spoken: `${name}, ${level}`,
        expanded: true,
        children: () => folderNodes(input),
      },
    ];
  });
}

function folderNodes(input: MaturityInput): readonly TreeNode[] {
  const { assessment, folder } = input;
  const { next, dimensions, against, attestations } = assessment;
  return [
    overallNode(input),
    ...next.map((step, at) => stepNode(step, `${folder}/next/${at}`, at === 0 ? 'Next: ' : 'Then: ', input)),
    ...dimensions.map((dimension) => dimensionNode(dimension, input)),
    ...section(`${folder}/against`, 'Speaks against it', 'thumbsdown', against, (one, id) =>
      contradictionNode(one, id, input),
    ),
    ...section(`${folder}/attestations`, 'Attestations', 'account', attestations, (one, id, at) =>
      attestationNode(one, `${id}/${at}`, evidenceTitle(input.guide, one.evidence)),
    ),
  ];
}

/** `Level 2: Pinned and inventoried`. */
export function levelText(guide: Guide, id: string): string {
  const level = guide.maturityLevels.get(id);
  return level ? `Level ${level.number}: ${level.title}` : id;
}

function overallNode({ assessment, guide, folder }: MaturityInput): TreeNode {
  const { level, average, confidence } = assessment;
  const { observed, observable } = confidence;
  const label = levelText(guide, level);
  const told = `${observed} of ${observable} pieces of evidence could be told`;
  return {
    id: `${folder}/overall`,
    label,
    description: `average ${average.toFixed(1)} · ${observed} of ${observable} told`,
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      escapeMarkdown(guide.maturityLevels.get(level)?.summary ?? ''),
      `The level is that of the lowest dimension that is not complete; the average is ${average.toFixed(1)} of 4. ${told}.`,
      'This is evidence found in the files. It is not a statement of compliance.',
    ].join('\n\n'),
    icon: { name: 'dashboard' },
    menu: VIEW_ITEMS.entry,
    spoken: `${label}, average ${average.toFixed(1)} of 4, ${told}`,
    learn: { entry: `maturityLevels/${level}`, overlay: 'maturity' },
  };
}

function stepNode(step: NextStep, id: string, prefix: string, { guide, folder }: MaturityInput): TreeNode {
  const label = `${prefix}${stepText(step, guide)}`;
  const raises = step.dimensions
    .map(({ id: dimension, level }) => `${dimensionTitle(guide, dimension)} to ${level}`)
    .join(', ');
  return {
    id,
    label,
    description: `${step.effort} · ${raises}`,
    tooltip: `${evidenceTooltip(guide, step.evidence)}\n\nBrings closer: ${escapeMarkdown(raises)}`,
    icon: { name: 'lightbulb', color: 'editorLightBulb.foreground' },
    menu: step.kind === 'remove' ? VIEW_ITEMS.entry : evidenceMenu(guide, step.evidence, step.template),
    spoken: `${label}, takes ${step.effort}, brings closer ${raises}`,
    learn: { entry: step.guidance ?? evidencePage(guide, step.evidence) },
    click: 'learn',
    evidence: {
      folder,
      id: step.evidence,
      ...(step.template === undefined ? {} : { template: step.template }),
    },
  };
}

function dimensionNode(dimension: AssessedDimension, input: MaturityInput): TreeNode {
  const { guide, folder } = input;
  const { level, complete, next, caps } = dimension;
  const entry = guide.maturityDimensions.get(dimension.id);
  const label = entry?.title ?? dimension.id;
  const id = `${folder}/${dimension.id}`;
  const [step] = next;
  const todo = step ? `next: ${stepText(step, guide)}` : '';
  const state =
    level === undefined ? 'does not apply' : [level, ...(caps.length > 0 ? ['held down'] : [])].join(', ');
  const notes = [state, complete && level !== undefined ? 'all there' : todo].filter(Boolean);
  return {
    id,
    label,
    description: notes.join(' · '),
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      escapeMarkdown(entry?.summary ?? ''),
      level === undefined ? 'The project has nothing of this kind.' : escapeMarkdown(levelText(guide, level)),
    ].join('\n\n'),
    icon: dimensionIcon(dimension),
    menu: VIEW_ITEMS.entry,
    spoken: `${label}: ${notes.join(', ')}`,
    learn: { entry: `maturityDimensions/${dimension.id}`, overlay: 'maturity' },
    children: () => [...capNodes(dimension, id, input), ...stateSections(dimension, id, input)],
  };
}

function dimensionIcon({ level, complete, caps }: AssessedDimension): NodeIcon {
  if (level === undefined) return STATE_LOOKS['not-applicable'].icon;
  if (caps.length > 0) return STATE_LOOKS.contradicted.icon;
  return complete
    ? STATE_LOOKS.found.icon
    : { name: level === 'L0' ? 'circle-large-outline' : 'circle-filled' };
}

/** What holds a dimension down, with the places. */
function capNodes({ caps }: AssessedDimension, id: string, input: MaturityInput): readonly TreeNode[] {
  return caps.flatMap(({ evidence, level }): readonly TreeNode[] => {
    const found = input.assessment.against.find((one) => one.id === evidence);
    if (!found) return [];
    const node = contradictionNode(found, `${id}/cap`, input);
    return [{ ...node, description: `holds it at ${level} · ${node.description ?? ''}` }];
  });
}

function stateSections({ asks }: AssessedDimension, id: string, input: MaturityInput): readonly TreeNode[] {
  return LISTED_STATES.flatMap((state) => {
    const { title, icon } = STATE_LOOKS[state];
    const listed = asks.filter((ask) => ask.state === state);
    return section(
      `${id}/${state}`,
      title,
      icon.name,
      listed,
      (ask, parent) => askNode(ask, parent, input),
      state !== 'not-applicable',
    );
  });
}

function section<T>(
  id: string,
  label: string,
  icon: string,
  entries: readonly T[],
  node: (entry: T, id: string, at: number) => TreeNode,
  expanded = false,
): readonly TreeNode[] {
  if (entries.length === 0) return [];
  return [
    {
      id,
      label,
      description: String(entries.length),
      icon: { name: icon },
      spoken: `${label}, ${entries.length}`,
      expanded,
      children: () => entries.map((entry, at) => node(entry, id, at)),
    },
  ];
}

function dimensionTitle(guide: Guide, id: string): string {
  return guide.maturityDimensions.get(id)?.shortTitle ?? id;
}

/** `add license`, `remove unsafe load`. */
function stepText({ kind, evidence }: NextStep, guide: Guide): string {
  return `${STEP_VERBS[kind]} ${lowerFirst(evidenceTitle(guide, evidence))}`;
}

/** For the middle of a sentence; names such as `SBOM` stay as they are. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
