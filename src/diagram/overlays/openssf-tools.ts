import { entryRef } from '../../catalog/entry-ref';
import type { Guide } from '../../catalog/catalog';
import type { Gap } from '../../catalog/schema/practice';
import type { Glyph, Mark, OverlayRow, Tone } from '../overlay';
import { listed, stagePlaces } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { markLabel, sentences, spokenList } from './wording';

type Verdict = Gap['verdict'];

interface Look {
  readonly glyph: Glyph;
  readonly tone: Tone;
  readonly word: string;
  readonly heading: string;
}

const VERDICTS: Readonly<Record<Verdict, Look>> = {
  closes: { glyph: 'check', tone: 'good', word: 'closed', heading: 'Closed by OpenSSF tools' },
  partly: { glyph: 'ring', tone: 'partly', word: 'partly', heading: 'Partly closed' },
  open: { glyph: 'minus', tone: 'bad', word: 'open', heading: 'Open: no OpenSSF tool does it' },
  outside: {
    glyph: 'square',
    tone: 'neutral',
    word: 'outside',
    heading: 'Outside the reach of supply-chain tools',
  },
};
const ORDER = Object.keys(VERDICTS) as Verdict[];

/** Which OpenSSF tools close which gaps, and which gaps stay open. */
export const OPENSSF_TOOLS: OverlayDefinition = {
  id: 'openssf-tools',
  title: 'OpenSSF tools and gaps',
  group: 'Supply chain',
  make,
};

function make({ guide }: OverlayContext): OverlayBody {
  const gaps = [...guide.gaps.values()];
  return {
    question: 'Which OpenSSF tools close which gaps, and which gaps stay open?',
    legend: [
      { glyph: 'check', tone: 'good', text: 'Tool that closes a gap here' },
      { glyph: 'ring', tone: 'partly', text: 'Tool that closes a part' },
      { glyph: 'dot', tone: 'tool', text: 'Other tool that helps here' },
      { glyph: 'minus', tone: 'bad', text: 'Gaps that stay open' },
      { glyph: 'square', tone: 'neutral', text: 'Out of reach of such tools' },
    ],
    stages: overStages(guide, (stage) => {
      const here = gaps.filter((gap) => gap.stages.includes(stage.id));
      const tools = toolsAt(guide, stage.tools, here);
      return {
        marks: [...openMarks(here), ...tools.map(({ id, look }) => toolMark(guide, id, look))],
        groups: [
          ...ORDER.map((verdict) => ({
            title: VERDICTS[verdict].heading,
            rows: here.filter((gap) => gap.verdict === verdict).map((gap) => gapRow(guide, gap)),
          })),
          {
            title: 'OpenSSF tools at this stage',
            rows: tools.map(({ id, look }) => toolRow(guide, id, look)),
          },
        ],
        strength: tools.length + here.length,
        spoken: sayTools(guide, tools, here),
      };
    }),
    groups: withRows([
      ...(['open', 'outside', 'partly', 'closes'] as const).map((verdict) => ({
        title: verdict === 'open' ? 'Gaps that stay open' : VERDICTS[verdict].heading,
        rows: gaps
          .filter((gap) => gap.verdict === verdict)
          .map((gap) => ({
            ...gapRow(guide, gap),
            text: sentences(gap.reason, `Stages: ${stagePlaces(guide, gap.stages)}`),
          })),
      })),
      {
        title: 'What each OpenSSF tool leaves open',
        rows: [...guide.tools.values()].flatMap((tool): OverlayRow[] =>
          tool.home === 'OpenSSF' && tool.leaves !== undefined
            ? [{ ...toolRow(guide, tool.id, HELPS), text: tool.leaves }]
            : [],
        ),
      },
    ]),
  };
}

type ToolLook = Pick<Mark, 'glyph' | 'tone'>;
const HELPS: ToolLook = { glyph: 'dot', tone: 'tool' };

interface ToolAt {
  readonly id: string;
  readonly look: ToolLook;
}

/** OpenSSF tools of the stage and of its gaps, those that close most first. */
function toolsAt(guide: Guide, atStage: readonly string[], gaps: readonly Gap[]): ToolAt[] {
  const looks = new Map<string, ToolLook>();
  for (const verdict of ['closes', 'partly'] as const) {
    for (const gap of gaps.filter((one) => one.verdict === verdict)) {
      for (const id of gap.tools) if (!looks.has(id)) looks.set(id, VERDICTS[verdict]);
    }
  }
  for (const id of atStage) if (!looks.has(id)) looks.set(id, HELPS);
  return [...looks]
    .filter(([id]) => guide.tools.get(id)?.home === 'OpenSSF')
    .map(([id, { glyph, tone }]) => ({ id, look: { glyph, tone } }));
}

function toolMark(guide: Guide, id: string, look: ToolLook): Mark {
  const title = guide.tools.get(id)?.title ?? id;
  return { ...look, label: markLabel(title), title, ref: entryRef('tools', id) };
}

function toolRow(guide: Guide, id: string, look: ToolLook): OverlayRow {
  const tool = guide.tools.get(id);
  const text = tool?.closes ?? tool?.summary ?? '';
  return { ...look, label: tool?.standing ?? '', title: tool?.title ?? id, text, ref: entryRef('tools', id) };
}

/** One mark for all gaps that stay open, one for all that are out of reach. */
function openMarks(gaps: readonly Gap[]): Mark[] {
  return (['open', 'outside'] as const).flatMap((verdict): Mark[] => {
    const titles = gaps.filter((gap) => gap.verdict === verdict).map((gap) => gap.title);
    const { glyph, tone, word, heading } = VERDICTS[verdict];
    if (titles.length === 0) return [];
    return [{ glyph, tone, label: `${titles.length} ${word}`, title: `${heading}: ${titles.join('; ')}` }];
  });
}

function gapRow(guide: Guide, gap: Gap): OverlayRow {
  const { glyph, tone, word } = VERDICTS[gap.verdict];
  return {
    glyph,
    tone,
    label: word,
    title: gap.title,
    text: sentences(
      gap.reason,
      listed('OpenSSF tools', guide, 'tools', gap.tools),
      listed('From elsewhere', guide, 'tools', gap.alternatives),
    ),
    ref: entryRef('gaps', gap.id),
  };
}

function sayTools(guide: Guide, tools: readonly ToolAt[], gaps: readonly Gap[]): string {
  const open = gaps.filter(({ verdict }) => verdict === 'open').length;
  const names = tools.map(({ id }) => guide.tools.get(id)?.title ?? id);
  const said = names.length === 0 ? 'no OpenSSF tools' : `OpenSSF tools: ${spokenList(names)}`;
  return `${said}; ${open === 1 ? '1 gap stays' : `${open} gaps stay`} open`;
}
