import type { Guide } from '../../catalog/catalog';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { Overlay } from '../../diagram/overlay';

/** A lifecycle with what an overlay says of its stages, for other programs. */
export function lifecycleJson(
  guide: Guide,
  lifecycle: Lifecycle,
  overlay: Overlay | undefined,
  findings: Readonly<Record<string, number>> | undefined,
): string {
  const { id, title, summary, source, status, flows } = lifecycle;
  const stages = lifecycle.stages
    .flatMap((stage) => guide.stages.get(stage) ?? [])
    .map((stage) => ({
      id: stage.id,
      number: stage.number,
      title: stage.title,
      shortTitle: stage.shortTitle,
      domain: stage.domain,
      summary: stage.summary,
      status: stage.status,
      ...(findings ? { findings: findings[stage.id] ?? 0 } : {}),
      ...(overlay ? overlay.stages.get(stage.id) : {}),
    }));
  const layer = overlay && {
    id: overlay.id,
    title: overlay.title,
    question: overlay.question,
    legend: overlay.legend,
    groups: overlay.groups,
  };
  const document = {
    version: 1,
    lifecycle: { id, title, summary, source, status },
    ...(layer ? { overlay: layer } : {}),
    stages,
    flows,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
