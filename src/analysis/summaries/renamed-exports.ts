import type { Export } from '../../source/model';
import type { FileSummary } from './file-summary';

/** A summary in which what is exported under another name stands under both: nobody outside knows which is which. */
export function withRenamed(summary: FileSummary, exports: readonly Export[]): FileSummary {
  const renamed = exports.filter(({ name }) => name !== '');
  if (renamed.length === 0) return summary;
  const spelled = (full: string): readonly string[] => [
    full,
    ...renamed
      .filter(({ name }) => full === name || full.startsWith(`${name}.`) || full.startsWith(`${name}(`))
      .map(({ name, as }) => as + full.slice(name.length)),
  ];
  return {
    ...summary,
    facts: summary.facts.flatMap((fact) => spelled(fact.name).map((name) => ({ ...fact, name }))),
    aliases: summary.aliases.flatMap(([name, targets]) =>
      spelled(name).map((one) => [one, targets] as const),
    ),
    constants: summary.constants.flatMap(([name, value]) =>
      spelled(name).map((one) => [one, value] as const),
    ),
    imports: [
      ...summary.imports,
      ...summary.imports.flatMap((one) =>
        renamed.filter(({ name }) => name === one.bound).map(({ as }) => ({ ...one, bound: as })),
      ),
    ],
  };
}
