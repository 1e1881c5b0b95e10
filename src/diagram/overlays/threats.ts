import { entryRef } from '../../catalog/entry-ref';
import type { Threat } from '../../catalog/schema/practice';
import type { Glyph, OverlayRow, Tone } from '../overlay';
import { listed, stagePlaces } from './naming';
import { overStages } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { markLabel, sentences, spokenCount } from './wording';

const COVERED: Readonly<
  Record<Threat['covered'], { readonly glyph: Glyph; readonly tone: Tone; readonly text: string }>
> = {
  yes: { glyph: 'check', tone: 'good', text: 'An OpenSSF tool covers it' },
  partly: { glyph: 'ring', tone: 'partly', text: 'OpenSSF tools cover a part of it' },
  no: { glyph: 'triangle', tone: 'bad', text: 'No OpenSSF tool covers it' },
};

/** The list of threats that the OpenSSF AI/ML working group keeps. */
export const THREATS: OverlayDefinition = {
  id: 'threats',
  title: 'Threats of the working group',
  group: 'OWASP and threats',
  make,
};

function make(context: OverlayContext): OverlayBody {
  const { guide } = context;
  const threats = [...guide.threats.values()];
  return {
    question: 'Where do the threats on the working group’s own list bite, and what covers them?',
    legend: Object.values(COVERED),
    stages: overStages(guide, (stage) => {
      const here = threats.filter((threat) => threat.stages.includes(stage.id));
      const rows = here.map((threat) => row(context, threat));
      return {
        marks: rows.map(({ glyph, tone, label, title, ref }) => ({
          glyph,
          tone,
          label,
          title,
          ...(ref ? { ref } : {}),
        })),
        groups: [{ title: 'Threats at this stage', rows }],
        strength: here.length,
        spoken: spokenCount(
          here.map(({ title }) => title),
          'threat',
        ),
      };
    }),
    groups: [
      {
        title: 'All threats',
        rows: threats.map((threat) => ({
          ...row(context, threat),
          text: sentences(threat.reason, `Stages: ${stagePlaces(guide, threat.stages)}`),
        })),
      },
    ],
  };
}

function row({ guide }: OverlayContext, threat: Threat): OverlayRow {
  const { glyph, tone } = COVERED[threat.covered];
  return {
    glyph,
    tone,
    label: markLabel(SHORT[threat.id] ?? threat.title),
    title: threat.title,
    text: sentences(threat.reason, listed('Controls', guide, 'controls', threat.controls)),
    ref: entryRef('threats', threat.id),
  };
}

/** Names short enough for a mark, where cutting the title would leave nothing to recognise. */
const SHORT: Readonly<Record<string, string>> = {
  'adversarial-attacks': 'Adversarial',
  'model-inversion': 'Inversion',
  'data-extraction': 'Extraction',
  'point-in-time-data': 'Point in time',
  'social-engineering': 'Social eng.',
  'threat-democratization': 'Democratized',
  'accidental-threats': 'Accidental',
  'prompt-injection': 'Injection',
  'membership-inference': 'Membership',
  'model-vulnerability-management': 'Vulnerabil.',
  'model-integrity': 'Integrity',
};
