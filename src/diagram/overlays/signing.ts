import { entryRef } from '../../catalog/entry-ref';
import type { Guide } from '../../catalog/catalog';
import type { Mark, OverlayRow } from '../overlay';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { counted, sentences } from './wording';

const SIGN = { glyph: 'pen', tone: 'good', label: 'sign' } as const;
const VERIFY = { glyph: 'check', tone: 'info', label: 'verify' } as const;

/** The controls that ask for signing and for verifying. */
const CONTROLS = ['C25', 'C26'];

/** Where artifacts are signed and where signatures are verified. */
export const SIGNING: OverlayDefinition = {
  id: 'signing',
  title: 'Sign and verify',
  group: 'Supply chain',
  make,
};

function make({ guide, relations }: OverlayContext): OverlayBody {
  return {
    question: 'Where does model signing fit: what is signed where, and verified where?',
    legend: [
      { glyph: SIGN.glyph, tone: SIGN.tone, text: 'Something is signed here' },
      { glyph: VERIFY.glyph, tone: VERIFY.tone, text: 'Something is verified here before it is used' },
    ],
    stages: overStages(guide, ({ signing: { sign, verify } }) => ({
      marks: [...mark(SIGN, 'Sign', sign), ...mark(VERIFY, 'Verify', verify)],
      groups: [
        { title: 'Sign here', rows: sign.map((title) => ({ ...SIGN, title })) },
        { title: 'Verify here', rows: verify.map((title) => ({ ...VERIFY, title })) },
      ],
      strength: Math.min(2, sign.length) + Math.min(2, verify.length),
      spoken: `${counted(sign.length, 'sign point')}, ${counted(verify.length, 'verify point')}`,
    })),
    groups: withRows([
      { title: 'Controls behind it', rows: CONTROLS.flatMap((id) => controlRow(guide, id)) },
      {
        title: 'Tools that sign and verify',
        rows: [...new Set(CONTROLS.flatMap((id) => relations.neighbours('controls', id, 'tools')))].flatMap(
          (id) => toolRow(guide, id),
        ),
      },
    ]),
  };
}

function mark(look: typeof SIGN | typeof VERIFY, verb: string, lines: readonly string[]): Mark[] {
  return lines.length > 0
    ? [{ ...look, title: sentences(`${verb}: ${lines[0] ?? ''}`, ...lines.slice(1)) }]
    : [];
}

function controlRow(guide: Guide, id: string): OverlayRow[] {
  const control = guide.controls.get(id);
  if (!control) return [];
  const { title, summary: text } = control;
  return [{ glyph: 'shield', tone: 'good', label: id, title, text, ref: entryRef('controls', id) }];
}

function toolRow(guide: Guide, id: string): OverlayRow[] {
  const tool = guide.tools.get(id);
  if (!tool) return [];
  const text = tool.closes ?? tool.summary;
  return [
    { glyph: 'square', tone: 'tool', label: tool.home, title: tool.title, text, ref: entryRef('tools', id) },
  ];
}
