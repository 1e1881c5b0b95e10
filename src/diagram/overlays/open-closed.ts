import { entryRef } from '../../catalog/entry-ref';
import type { EntryPoint } from '../../catalog/schema/practice';
import type { Mark, OverlayGroup, OverlayRow, Tone } from '../overlay';
import { stagePlaces } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { partGroup, partMarks, partsByEntryPoint, spokenParts } from './parts-at-entry';
import { sentences, spokenCount } from './wording';

type Asset = EntryPoint['asset'];

const TONES: Readonly<Record<Asset, Tone>> = {
  data: 'data',
  model: 'model',
  code: 'code',
  tool: 'tool',
  configuration: 'neutral',
  platform: 'info',
};

/** Short enough to stand behind `closed` in a mark. */
const NAMES: Readonly<Record<Asset, string>> = {
  data: 'data',
  model: 'model',
  code: 'code',
  tool: 'tool',
  configuration: 'config',
  platform: 'host',
};

const GLYPHS = { open: 'ring', closed: 'square' } as const;

/** Where open and closed data, models and code touch the supply chain. */
export const OPEN_CLOSED: OverlayDefinition = {
  id: 'open-closed',
  title: 'Open and closed',
  group: 'Supply chain',
  make,
};

function make({ guide, workspace }: OverlayContext): OverlayBody {
  const points = [...guide.entryPoints.values()];
  const entered = partsByEntryPoint(workspace?.parts ?? []);
  const partsAt = (point: EntryPoint, stage: string) =>
    (entered.get(point.id) ?? []).filter(({ stages }) => stages.includes(stage));
  return {
    question: 'Where do open and closed data, models and code enter, and what can be verified about them?',
    legend: [
      { glyph: 'ring', tone: 'neutral', text: 'Open: anybody can look at it' },
      { glyph: 'square', tone: 'neutral', text: 'Closed: only its owner can' },
      { glyph: 'dot', tone: 'data', text: 'Data' },
      { glyph: 'dot', tone: 'model', text: 'Model' },
      { glyph: 'dot', tone: 'code', text: 'Code' },
      { glyph: 'dot', tone: 'tool', text: 'Tool' },
      { glyph: 'dot', tone: 'info', text: 'Platform (host)' },
    ],
    stages: overStages(guide, ({ id }) => {
      const here = points.filter((point) => point.stages.includes(id));
      return {
        marks: [...here.flatMap((point) => partMarks(point, partsAt(point, id))), ...marksOf(here)],
        groups: [...here.map((point) => partGroup(point, partsAt(point, id))), ...here.map(pointGroup)],
        strength: here.length,
        spoken: sentences(
          spokenCount(
            here.map((point) => `${point.openness} ${point.asset}: ${point.title}`),
            'entry point',
          ),
          spokenParts(here.flatMap((point) => partsAt(point, id))),
        ).replace(/\.$/u, ''),
      };
    }),
    groups: withRows([
      ...points.map((point) => partGroup(point, entered.get(point.id) ?? [])),
      ...(['open', 'closed'] as const).map((openness) => ({
        title: openness === 'open' ? 'Everything open that enters' : 'Everything closed that enters',
        rows: points
          .filter((point) => point.openness === openness)
          .map((point) => ({
            ...lookOf(point),
            title: point.title,
            text: sentences(point.summary, `Stages: ${stagePlaces(guide, point.stages)}`),
          })),
      })),
    ]),
  };
}

function lookOf({ asset, openness, id }: EntryPoint): Omit<Mark, 'title'> {
  return {
    glyph: GLYPHS[openness],
    tone: TONES[asset],
    label: `${openness} ${NAMES[asset]}`,
    ref: entryRef('entryPoints', id),
  };
}

/** One mark for each asset and openness; it opens the page only when there is one page to open. */
function marksOf(points: readonly EntryPoint[]): Mark[] {
  return (Object.keys(NAMES) as Asset[]).flatMap((asset) =>
    (['open', 'closed'] as const).flatMap((openness): Mark[] => {
      const same = points.filter((point) => point.asset === asset && point.openness === openness);
      const [first] = same;
      if (!first) return [];
      const { ref, label, ...look } = lookOf(first);
      const title = same.map((point) => point.title).join('; ');
      return same.length === 1 && ref ? [{ ...look, label, title, ref }] : [{ ...look, label, title }];
    }),
  );
}

function pointGroup(point: EntryPoint): OverlayGroup {
  const ref = entryRef('entryPoints', point.id);
  const lines = (texts: readonly string[], look: Pick<Mark, 'glyph' | 'tone' | 'label'>) =>
    texts.map((title): OverlayRow => ({ ...look, title, ref }));
  return {
    title: `${point.openness === 'open' ? 'Open' : 'Closed'} ${point.asset}: ${point.title}`,
    rows: [
      ...lines(point.dangers, { glyph: 'triangle', tone: 'bad', label: 'danger' }),
      ...lines(point.verify, { glyph: 'check', tone: 'good', label: 'verify' }),
      ...lines(point.trust, { glyph: 'ring', tone: 'partly', label: 'trust' }),
    ],
  };
}
