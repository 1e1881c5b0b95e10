import type { Guide } from '../../catalog/catalog';
import type { Lifecycle, Stage } from '../../catalog/schema/lifecycle';
import type { Overlay } from '../../diagram/overlay';
import { mermaidLine, mermaidText } from './mermaid-text';

const MOST_MARKS = 8;

/**
 * A lifecycle as a Mermaid flowchart in a fenced block, for a README. Stages stand in their domains, with the labels of the
 * overlay's marks under their names; what flows back is dotted.
 */
export function lifecycleMermaid(guide: Guide, lifecycle: Lifecycle, overlay: Overlay | undefined): string {
  const stages = lifecycle.stages.flatMap((id) => guide.stages.get(id) ?? []);
  const names = new Map(stages.map((stage, at) => [stage.id, `s${at + 1}`]));
  const order = new Map(stages.map((stage, at) => [stage.id, at]));
  const title = overlay ? `${lifecycle.title}: ${overlay.title}` : lifecycle.title;
  const lines = [
    '```mermaid',
    'flowchart TB',
    `  accTitle: ${mermaidLine(title)}`,
    ...domainsOf(stages).flatMap(({ name, members }, at) => [
      `  subgraph d${at + 1}["${mermaidText(name)}"]`,
      ...members.map((stage) => `    ${names.get(stage.id) ?? ''}["${nodeText(stage, overlay)}"]`),
      '  end',
    ]),
    ...lifecycle.flows.flatMap(({ from, to, label }) => {
      const back = (order.get(to) ?? 0) < (order.get(from) ?? 0);
      const [one, other] = [names.get(from), names.get(to)];
      if (one === undefined || other === undefined) return [];
      return [`  ${one} ${back ? '-.->' : '-->'}|"${mermaidText(label)}"| ${other}`];
    }),
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

function domainsOf(
  stages: readonly Stage[],
): { readonly name: string; readonly members: readonly Stage[] }[] {
  const names = [...new Set(stages.map((stage) => stage.domain))];
  return names.map((name) => ({ name, members: stages.filter((stage) => stage.domain === name) }));
}

function nodeText({ id, number, title }: Stage, overlay: Overlay | undefined): string {
  const marks = overlay?.stages.get(id)?.marks ?? [];
  const shown = marks.slice(0, MOST_MARKS).map(({ label }) => mermaidText(label));
  if (marks.length > MOST_MARKS) shown.push(`+${marks.length - MOST_MARKS}`);
  const name = `${number} ${mermaidText(title)}`;
  return shown.length === 0 ? name : `${name}<br/>${shown.join(', ')}`;
}
