import { SEVERITIES, type Severity } from '../../analysis/severity';
import { escapeMarkdown } from '../escape-markdown';
import { lineageInput } from '../inventory/lineage-input';
import { allFindings, countBySeverity, counted } from '../labels';
import { markdownRow } from '../lifecycle/markdown-row';
import { COVERAGE_WORDS, coverageCounts, coverageReasons, coverages } from './coverage-words';
import { findingGroups, isPolicyRule, type FindingGroup } from './finding-groups';
import { REPORT_LIMITS } from './limits';
import { madeAtText } from './made-at-text';
import { levelName, STATE_WORDS, stepText } from './maturity-words';
import { notRead } from './not-read';
import { partGroups } from './part-rows';
import { lifecycleStates } from './stage-states';
import type { WorkspaceReport } from './workspace-report';

/** Places of one rule, parts of one kind, uses of a part and files not read that are listed. */
const MOST = { places: 20, parts: 100, uses: 3, links: 100, problems: 50 } as const;

/** A workspace as Markdown. Text from files is escaped. */
export function workspaceMarkdown(report: WorkspaceReport): string {
  const { scan } = report;
  const policy = findingGroups(scan, isPolicyRule);
  const lines = [
    ...head(report),
    ...stages(report),
    ...(policy.length > 0 ? ['## Policy violations', '', ...findings(policy)] : []),
    '## Findings',
    '',
    ...findings(findingGroups(scan, (rule) => !isPolicyRule(rule))),
    ...supplyChain(report),
    ...lineage(report),
    ...maturity(report),
    ...coverage(report),
    ...bulletPart('Not read, or read in part', notRead(scan), MOST.problems),
    ...bulletPart('What this report is, and is not', REPORT_LIMITS, REPORT_LIMITS.length),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function head({ project, scan, inventory, assessment, guide, madeAt }: WorkspaceReport): string[] {
  const counts = countBySeverity(allFindings(scan.results).map(({ finding }) => finding));
  const { files, known, cancelled } = scan.totals;
  return [
    `# ${escapeMarkdown(project)}: MLSecOps report`,
    '',
    `MLSecOps Lens ${scan.toolVersion}${madeAt === undefined ? '' : `, ${madeAtText(madeAt)}`}. ${counted(files, 'file')} scanned${known > 0 ? `, ${counted(known, 'known finding')} of the baseline left out` : ''}. Evidence found in files, not a statement of compliance.`,
    '',
    ...(cancelled
      ? ['The scan was stopped before its end: what follows is not the whole workspace.', '']
      : []),
    table(
      ['Maturity', ...SEVERITIES.map(severityName), 'Supply-chain parts'],
      [
        [
          levelName(guide, assessment.level),
          ...SEVERITIES.map((name) => String(counts[name])),
          String(inventory.parts.length),
        ],
      ],
    ),
    '',
    ...bulletPart(
      'Cheapest next steps',
      assessment.next.map((step) => stepText(guide, step)),
      assessment.next.length,
    ),
  ];
}

function stages(report: WorkspaceReport): string[] {
  return lifecycleStates(report).flatMap(({ lifecycle, stages: states }) => [
    `## ${escapeMarkdown(lifecycle.title)}`,
    '',
    table(
      ['Stage', ...SEVERITIES.map(severityName), 'Parts used'],
      states.map(({ stage, findings: counts, parts }) => [
        `${stage.number} ${stage.title}`,
        ...SEVERITIES.map((name) => String(counts[name])),
        String(parts),
      ]),
    ),
    '',
  ]);
}

function findings(groups: readonly FindingGroup[]): string[] {
  if (groups.length === 0) return ['No findings with the rules in force.', ''];
  return groups.flatMap(({ rule, title, severity, stage, risks, toDo, findings: found }) => [
    `### ${severityName(severity)}: ${escapeMarkdown(title)}`,
    '',
    `\`${rule}\` · ${counted(found.length, 'place')} · ${escapeMarkdown([stage, ...risks].join(' · '))}`,
    '',
    `To do: ${escapeMarkdown(toDo)}`,
    '',
    ...bullets(
      found.map(({ place, message }) => `${place}: ${message}`),
      MOST.places,
    ),
    '',
  ]);
}

function supplyChain({ inventory }: WorkspaceReport): string[] {
  const groups = partGroups(inventory);
  if (groups.length === 0)
    return ['## AI supply chain', '', 'No model, dataset, service, agent or AI library was seen.', ''];
  return [
    '## AI supply chain',
    '',
    ...groups.flatMap(({ title, rows }) => [
      `### ${title}`,
      '',
      table(
        ['Name', 'Version', 'From', 'Openness', 'Pinned', 'Signed and inspected', 'License', 'Used in'],
        rows
          .slice(0, MOST.parts)
          .map(({ name, version, from, openness, pinning, checked, license, uses }) => [
            ...[name, version, from, openness, pinning, checked || 'unknown', license || 'unknown'],
            `${uses.slice(0, MOST.uses).join(', ')}${more(uses.length, MOST.uses)}`,
          ]),
      ),
      '',
      ...(rows.length > MOST.parts ? [`and ${rows.length - MOST.parts} more`, ''] : []),
    ]),
  ];
}

function lineage({ inventory }: WorkspaceReport): string[] {
  const { nodes, links } = lineageInput(inventory);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = links.map(
    ({ from, to, text }) => `${names.get(from) ?? from} ${text} ${names.get(to) ?? to}`,
  );
  return bulletPart('Lineage', [...new Set(lines)], MOST.links);
}

function maturity({ assessment, guide }: WorkspaceReport): string[] {
  const { level, average, confidence, dimensions } = assessment;
  return [
    '## Maturity',
    '',
    `**${escapeMarkdown(levelName(guide, level))}**: the level of the lowest dimension that applies; on average ${average.toFixed(1)}. ${confidence.observed} of ${confidence.observable} pieces of evidence could be told.`,
    '',
    table(
      ['Dimension', 'Level', 'Evidence', 'Next'],
      dimensions.map((dimension) => [
        `${dimension.id} ${guide.maturityDimensions.get(dimension.id)?.title ?? ''}`,
        levelName(guide, dimension.level),
        dimension.asks
          .map(
            ({ anyOf, state }) =>
              `${STATE_WORDS[state][0]} ${anyOf.map((id) => guide.evidence.get(id)?.title ?? id).join(' or ')}`,
          )
          .join('; '),
        dimension.next.map((step) => stepText(guide, step)).join('; '),
      ]),
    ),
    '',
    Object.values(STATE_WORDS)
      .map(([sign, words]) => `${sign} ${words}`)
      .join(' · '),
    '',
  ];
}

function coverage({ assessment, guide }: WorkspaceReport): string[] {
  return [
    '## Coverage of frameworks',
    '',
    'An item is joined to evidence by the controls that answer it. Evidence is no statement that an item is met.',
    '',
    ...coverages(assessment, guide).flatMap((one) => [
      `### ${escapeMarkdown(`${one.title} ${one.edition}`)}: ${coverageCounts(one)}`,
      '',
      table(
        ['Item', 'State', 'Evidence', 'Against it'],
        one.items.map((item) => {
          const { speaks, against } = coverageReasons(item, guide);
          return [`${item.label} ${item.title}`, COVERAGE_WORDS[item.state].join(' '), speaks, against];
        }),
      ),
      '',
    ]),
  ];
}

function bulletPart(title: string, lines: readonly string[], most: number): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...bullets(lines, most), ''];
}

function bullets(lines: readonly string[], most: number): string[] {
  const rest = lines.length - most;
  return [
    ...lines.slice(0, most).map((line) => `- ${escapeMarkdown(line)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
}

function more(count: number, most: number): string {
  return count > most ? ` and ${count - most} more` : '';
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [markdownRow(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(markdownRow)].join('\n');
}

const NAMES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Information',
};

function severityName(severity: Severity): string {
  return NAMES[severity];
}
