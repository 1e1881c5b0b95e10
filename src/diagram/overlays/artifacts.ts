import { entryRef } from '../../catalog/entry-ref';
import type { ARTIFACT_FORMS, Stage } from '../../catalog/schema/lifecycle';
import type { Glyph, Mark, OverlayGroup, OverlayRow, Tone } from '../overlay';
import { listed } from './naming';
import { overStages } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { counted, spokenList } from './wording';

type Form = (typeof ARTIFACT_FORMS)[number];
type Artifact = Stage['artifacts'][number];

interface Look {
  readonly glyph: Glyph;
  readonly tone: Tone;
  readonly label: string;
}

const FORMS: Readonly<Record<Form, Look>> = {
  signature: { glyph: 'pen', tone: 'good', label: 'signature' },
  provenance: { glyph: 'diamond', tone: 'info', label: 'provenance' },
  bom: { glyph: 'square', tone: 'code', label: 'SBOM' },
  hash: { glyph: 'plus', tone: 'data', label: 'hash' },
  'scan-report': { glyph: 'shield', tone: 'tool', label: 'scan report' },
  evaluation: { glyph: 'star', tone: 'model', label: 'evaluation' },
  card: { glyph: 'ring', tone: 'partly', label: 'card' },
  policy: { glyph: 'triangle', tone: 'neutral', label: 'policy' },
  record: { glyph: 'dot', tone: 'neutral', label: 'record' },
};

/** Where security artifacts and checks of artifacts help. */
export const ARTIFACTS: OverlayDefinition = {
  id: 'artifacts',
  title: 'Artifacts and checks',
  group: 'Supply chain',
  make,
};

function make({ guide }: OverlayContext): OverlayBody {
  return {
    question: 'Where do security artifacts and checks of artifacts help?',
    legend: [
      { glyph: 'pen', tone: 'good', text: 'Signature' },
      { glyph: 'diamond', tone: 'info', text: 'Provenance' },
      { glyph: 'square', tone: 'code', text: 'SBOM or AIBOM' },
      { glyph: 'plus', tone: 'data', text: 'Hash' },
      { glyph: 'shield', tone: 'tool', text: 'Scan report' },
      { glyph: 'star', tone: 'model', text: 'Evaluation' },
      { glyph: 'ring', tone: 'partly', text: 'Model or data card' },
      { glyph: 'triangle', tone: 'neutral', text: 'Policy' },
      { glyph: 'dot', tone: 'neutral', text: 'Record' },
      { glyph: 'check', tone: 'good', text: 'Checks of artifacts' },
    ],
    stages: overStages(guide, (stage) => {
      const security = stage.artifacts.filter((artifact) => artifact.security);
      const others = stage.artifacts.filter((artifact) => !artifact.security);
      const checks = stage.checks.map((check): OverlayRow => ({
        glyph: 'check',
        tone: 'good',
        label: check.controls.join(' '),
        title: check.title,
        text: listed('Control', guide, 'controls', check.controls),
        ...(check.controls[0] === undefined ? {} : { ref: entryRef('controls', check.controls[0]) }),
      }));
      return {
        marks: [...checkMark(stage), ...formMarks(security)],
        groups: [
          { title: 'Security artifacts', rows: security.map(artifactRow) },
          { title: 'Checks of artifacts', rows: checks },
          ...ways(others),
        ],
        strength: security.length + checks.length,
        spoken: spoken(security, checks.length),
      };
    }),
    groups: [],
  };
}

function checkMark({ checks }: Stage): Mark[] {
  if (checks.length === 0) return [];
  const title = `Checks: ${checks.map((check) => check.title).join('; ')}`;
  return [{ glyph: 'check', tone: 'good', label: counted(checks.length, 'check'), title }];
}

/** One mark for each form, however many artifacts have it. */
function formMarks(artifacts: readonly Artifact[]): Mark[] {
  return (Object.keys(FORMS) as Form[]).flatMap((form): Mark[] => {
    const titles = artifacts.filter((artifact) => formOf(artifact) === form).map(({ title }) => title);
    const look = FORMS[form];
    const label = titles.length > 1 ? `${look.label} ×${titles.length}` : look.label;
    return titles.length > 0 ? [{ ...look, label, title: titles.join('; ') }] : [];
  });
}

function formOf({ form }: Artifact): Form {
  return form ?? 'record';
}

const DIRECTIONS = { consumed: 'Taken in', produced: 'Given on', both: 'Taken in and given on' } as const;

function artifactRow(artifact: Artifact): OverlayRow {
  const { title, direction } = artifact;
  return { ...FORMS[formOf(artifact)], title, text: `${DIRECTIONS[direction]}.` };
}

function ways(artifacts: readonly Artifact[]): OverlayGroup[] {
  const row = ({ title }: Artifact): OverlayRow => ({ glyph: 'dot', tone: 'neutral', label: '', title });
  return [
    { title: 'Takes in', rows: artifacts.filter(({ direction }) => direction !== 'produced').map(row) },
    { title: 'Gives on', rows: artifacts.filter(({ direction }) => direction !== 'consumed').map(row) },
  ];
}

function spoken(security: readonly Artifact[], checks: number): string {
  const forms = [...new Set(security.map((artifact) => FORMS[formOf(artifact)].label))];
  const artifacts = forms.length > 0 ? `security artifacts: ${spokenList(forms)}` : 'no security artifacts';
  return `${artifacts}; ${checks === 0 ? 'no checks' : counted(checks, 'check')}`;
}
