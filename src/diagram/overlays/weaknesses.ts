import { entryRef } from '../../catalog/entry-ref';
import type { Framework } from '../../catalog/schema/framework';
import { overStages } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { spokenCount } from './wording';

/** CWE: weaknesses have no stage of their own; they stand where the risks stand that they open. */
export function weaknessesOverlay({ id, title }: Framework): OverlayDefinition {
  return { id, title, group: 'Frameworks', make };
}

function make({ guide }: OverlayContext): OverlayBody {
  return {
    question: 'Which weaknesses in code open the risks of each stage?',
    legend: [{ glyph: 'triangle', tone: 'partly', text: 'Weakness that opens a risk of this stage' }],
    stages: overStages(guide, (stage) => {
      const opens = new Map<string, string[]>();
      for (const risk of stage.risks.flatMap((id) => guide.risks.get(id) ?? [])) {
        for (const cwe of risk.cwe) opens.set(cwe, [...(opens.get(cwe) ?? []), risk.label]);
      }
      // What opens most risks tells most.
      const rows = [...opens]
        .sort(([, a], [, b]) => b.length - a.length)
        .flatMap(([id, risks]) => {
          const weakness = guide.weaknesses.get(id);
          if (!weakness) return [];
          return [
            {
              glyph: 'triangle' as const,
              tone: 'partly' as const,
              label: id,
              title: weakness.title,
              text: `Opens ${risks.join(', ')}.`,
              ref: entryRef('weaknesses', id),
            },
          ];
        });
      return {
        marks: rows.map(({ text, title, ...mark }) => ({
          ...mark,
          title: `${mark.label} ${title}. ${text}`,
        })),
        groups: [{ title: 'Weaknesses that open its risks', rows }],
        strength: rows.length,
        spoken: spokenCount(
          rows.map(({ label }) => label),
          'weakness',
          'weaknesses',
        ),
      };
    }),
    groups: [],
  };
}
