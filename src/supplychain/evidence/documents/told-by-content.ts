import {
  allEntries,
  dataAt,
  entriesOf,
  itemsOf,
  scalarOf,
  stringOf,
  type DataNode,
} from '../../../source/content/data-node';
import type { Observation } from '../observation';

/** Words that stand together in configuration whose name says nothing and whose content is evidence. */
export const CONTENT_WORDS: readonly (readonly string[])[] = [
  ['mlcommons.org/croissant'],
  ['detail', 'diagrams', 'threatType'],
  ['csaf_vex'],
  ['rails:', 'flows'],
  ['alert:', 'expr:'],
  ['condition:', 'grafana_folder'],
  ['permissions', 'allow'],
  ['signatures', 'protocolVersion'],
  ['type: profile', 'version: v1'],
];

/** What configuration says by its content alone. */
export function toldByContent(root: DataNode, path: string): readonly Observation[] {
  return [
    ...croissant(root),
    ...threatDragon(root),
    ...vex(root),
    ...rails(root),
    ...alerts(root),
    ...allowedTools(root, path),
    ...agentCard(root, path),
    ...minder(root),
  ];
}

function croissant(root: DataNode): readonly Observation[] {
  const entry = [...allEntries(root)].find(({ entry: { value } }) =>
    itemsOf(value).some((item) => /mlcommons\.org\/croissant\//u.test(stringOf(item) ?? '')),
  )?.entry;
  if (!entry || stringOf(dataAt(root, 'name')) === undefined) return [];
  const hashed = [...allEntries(dataAt(root, 'distribution') ?? entry.value)].find(
    ({ entry: { key, value } }) => key === 'sha256' && /^[0-9a-f]{64}$/u.test(stringOf(value) ?? ''),
  )?.entry;
  return [
    { evidence: 'EV-DATACARD', holds: true, detail: 'Croissant metadata', range: entry.range },
    ...(hashed
      ? [
          {
            evidence: 'EV-DATA-PROV',
            holds: true,
            detail: 'Croissant metadata with hashes',
            range: hashed.range,
          },
        ]
      : []),
  ];
}

function threatDragon(root: DataNode): readonly Observation[] {
  const diagrams = itemsOf(dataAt(root, 'detail', 'diagrams'));
  const [first] = diagrams;
  return first && dataAt(root, 'version')
    ? [{ evidence: 'EV-THREATMODEL', holds: true, detail: 'a model of Threat Dragon', range: first.range }]
    : [];
}

function vex(root: DataNode): readonly Observation[] {
  const category = dataAt(root, 'document', 'category');
  return category && scalarOf(category) === 'csaf_vex'
    ? [{ evidence: 'EV-VEX', holds: true, detail: 'a CSAF document with VEX', range: category.range }]
    : [];
}

function rails(root: DataNode): readonly Observation[] {
  const node = dataAt(root, 'rails');
  const flows = ['input', 'output', 'dialog', 'retrieval'].flatMap((side) =>
    itemsOf(dataAt(node, side, 'flows')),
  );
  const [first] = flows;
  return first
    ? [{ evidence: 'EV-GUARDRAIL', holds: true, detail: 'rails of NeMo Guardrails', range: first.range }]
    : [];
}

function alerts(root: DataNode): readonly Observation[] {
  for (const group of itemsOf(dataAt(root, 'groups'))) {
    for (const rule of itemsOf(dataAt(group, 'rules'))) {
      const name = dataAt(rule, 'alert') ?? dataAt(rule, 'title');
      if (!name || !(dataAt(rule, 'expr') ?? dataAt(rule, 'condition'))) continue;
      return [
        {
          evidence: 'EV-ALERTS',
          holds: true,
          detail: `alert \`${String(scalarOf(name))}\``,
          range: name.range,
        },
      ];
    }
  }
  return [];
}

/** What the agent may do without asking; everything else it asks for. */
function allowedTools(root: DataNode, path: string): readonly Observation[] {
  if (!/(?:^|\/)\.claude\/settings\.json$/u.test(path)) return [];
  const list = dataAt(root, 'permissions', 'allow');
  const items = itemsOf(list).map(stringOf);
  const isBounded =
    items.length > 0 && items.every((item) => item !== undefined && !/^(?:\*|Bash(?:\(\*\))?)$/u.test(item));
  return list && isBounded
    ? [
        {
          evidence: 'EV-TOOL-ALLOWLIST',
          holds: true,
          detail: 'the tools that may be used without asking',
          range: list.range,
        },
      ]
    : [];
}

function agentCard(root: DataNode, path: string): readonly Observation[] {
  const [signature] = itemsOf(dataAt(root, 'signatures'));
  const isCard = /agent(?:-card)?\.json$/u.test(path) && dataAt(root, 'skills') !== undefined;
  return isCard && signature && stringOf(dataAt(signature, 'signature')) !== undefined
    ? [{ evidence: 'EV-AGENT-ID', holds: true, detail: 'a signed card of an agent', range: signature.range }]
    : [];
}

function minder(root: DataNode): readonly Observation[] {
  const type = dataAt(root, 'type');
  return type &&
    scalarOf(type) === 'profile' &&
    scalarOf(dataAt(root, 'version')) === 'v1' &&
    entriesOf(root).some(({ key }) => key === 'repository' || key === 'artifact' || key === 'pull_request')
    ? [{ evidence: 'EV-POLICY-AS-CODE', holds: true, detail: 'a profile of Minder', range: type.range }]
    : [];
}
