import type { WireFinding } from '../../protocol/finding';
import { sourceKind } from '../../workspace/discovery/source-kind';
import { cutMiddle } from '../tree/cut-middle';
import { codeBlock, escapeMarkdown } from '../support/markdown';
import { riskLabel, stageLabel, type GroupingContext } from './grouping';

/** `src/train.py:12`, in a notebook `explore.ipynb, cell 3:2`; lines and cells count from one. */
export function locationText(finding: WireFinding, pathOf: (uri: string) => string): string {
  const cell = finding.cell === undefined ? '' : `, cell ${finding.cell + 1}`;
  return `${pathOf(finding.uri)}${cell}:${finding.range.start.line + 1}`;
}

/** `train.py:12`: the place without its folders, for rows where room is short. */
export function shortLocationText(finding: WireFinding, pathOf: (uri: string) => string): string {
  return locationText(finding, (uri) => pathOf(uri).split('/').at(-1) ?? uri);
}

/** `line 12`, in a notebook `cell 3, line 2`. */
export function lineText(finding: WireFinding): string {
  const line = `line ${finding.range.start.line + 1}`;
  return finding.cell === undefined ? line : `cell ${finding.cell + 1}, ${line}`;
}

/** The thing found, short enough for a row. */
export function subjectLabel({ subject, ruleTitle }: WireFinding): string {
  return subject === '' ? ruleTitle : cutMiddle(subject);
}

/** One finding as plain text for the clipboard. */
export function clipboardText(finding: WireFinding, { catalog, pathOf }: GroupingContext): string {
  return [
    `${locationText(finding, pathOf)} ${finding.severity} ${finding.ruleId}`,
    finding.message,
    `Stage: ${finding.stages.map((id) => stageLabel(catalog, id)).join(', ')}`,
    `Risk: ${finding.risks.map((id) => riskLabel(catalog, id)).join(', ')}`,
  ].join('\n');
}

/** Tooltip of a finding as Markdown. Everything that comes from the workspace is escaped. */
export function tooltipMarkdown(finding: WireFinding, { catalog, pathOf }: GroupingContext): string {
  return [
    `**${escapeMarkdown(finding.ruleTitle)}**`,
    escapeMarkdown(finding.message),
    codeBlock(finding.excerpt, sourceKind(finding.uri)?.language ?? 'text'),
    `Stage: ${finding.stages.map((id) => escapeMarkdown(stageLabel(catalog, id))).join(', ')}`,
    `Risk: ${finding.risks.map((id) => escapeMarkdown(riskLabel(catalog, id))).join(', ')}`,
    escapeMarkdown(locationText(finding, pathOf)),
  ].join('\n\n');
}

/** `1 finding`, `3 findings`. */
export function countText(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
