import { createColors } from 'picocolors';
import type { Guide } from '../../catalog/catalog';
import type {
  AssessedDimension,
  AssessedEvidence,
  Assessment,
  Contradiction,
  NextStep,
} from '../../supplychain/maturity/assessment';
import { oneLine } from '../one-line';
import { evidencePlaceText, levelDots, levelName, STATE_WORDS, stepText } from '../workspace/maturity-words';
import {
  askedEvidence,
  ATTESTATION_WORDS,
  confidenceText,
  evidenceName,
  stateSign,
} from './assessment-words';

type Colors = ReturnType<typeof createColors>;
type AssessmentGuide = Pick<Guide, 'evidence' | 'maturityDimensions' | 'maturityLevels'>;

/** Places of one piece of evidence that a terminal shows; the other formats name more. */
const PLACES = 2;

/**
 * How far a project has come, for a terminal: the level, what holds it, each dimension with its evidence and the next step. Nothing from
 * a file can send control characters.
 */
export function textAssessment(
  assessment: Assessment,
  guide: AssessmentGuide,
  options: { readonly color: boolean },
): string {
  const colors = createColors(options.color);
  const { level, average, confidence, next, dimensions, against, attestations } = assessment;
  const states = new Map(assessment.evidence.map((one) => [one.id, one]));
  const lines = [
    `${colors.bold(levelName(guide, level))}  ${levelDots(guide, level)}  average ${average.toFixed(1)}, confidence ${confidenceText(confidence)}`,
    colors.dim(oneLine(guide.maturityLevels.get(level)?.summary ?? '')),
    '',
  ];
  if (next.length > 0)
    lines.push(
      colors.bold('Cheapest next steps'),
      ...next.flatMap((step) => stepLines(step, guide, colors)),
      '',
    );
  for (const dimension of dimensions) lines.push(...dimensionLines(dimension, states, guide, colors), '');
  if (against.length > 0)
    lines.push(
      colors.bold('Speaks against'),
      ...against.flatMap((one) => contradictionLines(one, guide, colors)),
      '',
    );
  if (attestations.length > 0)
    lines.push(
      colors.bold('Attested'),
      ...attestations.map(
        (one) =>
          `  ${oneLine(one.evidence)} by ${oneLine(one.by)} on ${one.on}: ${ATTESTATION_WORDS[one.state]}${one.note === undefined ? '' : ` (${oneLine(one.note)})`}`,
      ),
      '',
    );
  lines.push('This is evidence found in files, not a statement of compliance.');
  return `${lines.join('\n')}\n`;
}

function dimensionLines(
  dimension: AssessedDimension,
  states: ReadonlyMap<string, AssessedEvidence>,
  guide: AssessmentGuide,
  colors: Colors,
): readonly string[] {
  const { id, level, caps, next } = dimension;
  const title = `${id} ${guide.maturityDimensions.get(id)?.title ?? ''}`;
  if (level === undefined) return [`${colors.bold(title)}  ${colors.dim('does not apply')}`];
  const lines = [`${colors.bold(title)}  ${levelName(guide, level)}  ${levelDots(guide, level)}`];
  for (const { level: at, evidence } of askedEvidence(dimension, states)) {
    if (evidence.state === 'not-applicable') continue;
    const name = evidenceName(guide, at, evidence.id);
    const places = evidence.places.slice(0, PLACES).map(evidencePlaceText);
    const more = evidence.count > PLACES && places.length > 0 ? ` and ${evidence.count - PLACES} more` : '';
    const where =
      evidence.state === 'attested'
        ? `${oneLine(evidence.attestation?.by ?? '')}, ${evidence.attestation?.on ?? ''}`
        : places.length > 0
          ? `${places.join('; ')}${more}`
          : STATE_WORDS[evidence.state][1];
    lines.push(`  ${stateSign(evidence.state)} ${name}  ${colors.dim(oneLine(where))}`);
  }
  for (const cap of caps)
    lines.push(
      colors.yellow(
        `  held at ${cap.level} by ${guide.evidence.get(cap.evidence)?.title ?? cap.evidence} (${cap.evidence})`,
      ),
    );
  const [first] = next;
  if (first) lines.push(`  ${colors.cyan('next')} ${stepText(guide, first)}`);
  return lines;
}

function contradictionLines(
  { id, severity, counts, places, count }: Contradiction,
  guide: AssessmentGuide,
  colors: Colors,
): readonly string[] {
  const weight = counts ? severity : `${severity}, information only`;
  const lines = [`  ✗ ${guide.evidence.get(id)?.title ?? id} (${id}, ${weight})`];
  for (const place of places.slice(0, PLACES)) {
    const rule = place.ruleId === undefined ? '' : ` [${place.ruleId}]`;
    lines.push(colors.dim(`      ${oneLine(`${place.path}:${place.location.start.line + 1}`)}${rule}`));
  }
  if (count > PLACES) lines.push(colors.dim(`      and ${count - PLACES} more`));
  return lines;
}

function stepLines(step: NextStep, guide: AssessmentGuide, colors: Colors): readonly string[] {
  const why = guide.evidence.get(step.evidence)?.cost?.why;
  const dimensions = step.dimensions.map(({ id, level }) => `${id} to ${level}`).join(', ');
  const template = step.template === undefined ? '' : ` Template: ${step.template}.`;
  return [
    `  ${colors.cyan('→')} ${stepText(guide, step)}: ${dimensions}`,
    ...(why === undefined ? [] : [colors.dim(`      ${oneLine(why)}${template}`)]),
  ];
}
