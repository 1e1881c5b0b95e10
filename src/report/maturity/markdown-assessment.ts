import type { Guide } from '../../catalog/catalog';
import type { Assessment } from '../../supplychain/maturity/assessment';
import { escapeMarkdown } from '../escape-markdown';
import { markdownRow } from '../lifecycle/markdown-row';
import { evidencePlaceText, levelName, STATE_WORDS, stepText } from '../workspace/maturity-words';
import { askedEvidence, ATTESTATION_WORDS, confidenceText } from './assessment-words';

const PLACES = 5;

/** How far a project has come, as Markdown. Text from files is escaped. */
export function markdownAssessment(
  assessment: Assessment,
  guide: Pick<Guide, 'evidence' | 'maturityDimensions' | 'maturityLevels'>,
): string {
  const { level, average, confidence, next, dimensions, against, attestations } = assessment;
  const states = new Map(assessment.evidence.map((one) => [one.id, one]));
  const lines = [
    `# Maturity: ${levelName(guide, level)}`,
    '',
    `Average ${average.toFixed(1)}, confidence ${confidenceText(confidence)}. Evidence found in files, not a statement of compliance.`,
    '',
  ];
  if (next.length > 0)
    lines.push(
      '## Cheapest next steps',
      '',
      ...next.map((step) => `- ${escapeMarkdown(stepText(guide, step))}`),
      '',
    );
  for (const dimension of dimensions) {
    const title = `${dimension.id} ${guide.maturityDimensions.get(dimension.id)?.title ?? ''}`;
    lines.push(`## ${escapeMarkdown(title)}: ${levelName(guide, dimension.level)}`, '');
    if (dimension.level === undefined) continue;
    lines.push(markdownRow(['Level', 'Evidence', 'State', 'Where']), '| --- | --- | --- | --- |');
    for (const { level: at, evidence } of askedEvidence(dimension, states)) {
      if (evidence.state === 'not-applicable') continue;
      const name = `${guide.evidence.get(evidence.id)?.title ?? evidence.id} (${evidence.id})`;
      const where = evidence.places.slice(0, PLACES).map(evidencePlaceText).join('; ');
      lines.push(markdownRow([at, name, STATE_WORDS[evidence.state][1], where]));
    }
    for (const { evidence, level: limit } of dimension.caps)
      lines.push(
        '',
        `Held at ${limit} by ${escapeMarkdown(guide.evidence.get(evidence)?.title ?? evidence)}.`,
      );
    const [first] = dimension.next;
    if (first) lines.push('', `Next: ${escapeMarkdown(stepText(guide, first))}`);
    lines.push('');
  }
  if (against.length > 0) {
    lines.push(
      '## Speaks against',
      '',
      markdownRow(['What', 'Weight', 'Places', 'Where']),
      '| --- | --- | --- | --- |',
    );
    for (const { id, severity, counts, places, count } of against)
      lines.push(
        markdownRow([
          `${guide.evidence.get(id)?.title ?? id} (${id})`,
          counts ? severity : `${severity}, information only`,
          String(count),
          places
            .slice(0, PLACES)
            .map(({ path, location }) => `${path}:${location.start.line + 1}`)
            .join('; '),
        ]),
      );
    lines.push('');
  }
  if (attestations.length > 0) {
    lines.push(
      '## Attested',
      '',
      markdownRow(['Evidence', 'By', 'On', 'Counts', 'Note']),
      '| --- | --- | --- | --- | --- |',
    );
    for (const { evidence, by, on, state, note } of attestations)
      lines.push(markdownRow([evidence, by, on, ATTESTATION_WORDS[state], note ?? '']));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
