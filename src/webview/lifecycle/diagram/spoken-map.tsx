import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { Overlay } from '../../../diagram/overlay';

interface SpokenMapProps {
  readonly lifecycle: Lifecycle;
  readonly stages: readonly Stage[];
  readonly overlay: Overlay | undefined;
}

/** The drawing as a list for screen readers: each stage, where its results go, and what the overlay says of it. */
export function SpokenMap({ lifecycle, stages, overlay }: SpokenMapProps) {
  const title = (id: string) => stages.find((stage) => stage.id === id)?.title ?? id;
  return (
    <ol class="visually-hidden" aria-label={`${lifecycle.title}: what flows between the stages`}>
      {stages.map((stage) => (
        <li key={stage.id}>
          {stage.title}, {stage.domain}.
          {lifecycle.flows
            .filter((flow) => flow.from === stage.id)
            .map((flow) => ` To ${title(flow.to)}: ${flow.label}.`)
            .join('')}
          {overlay && ` ${overlay.title}: ${overlay.stages.get(stage.id)?.spoken ?? 'nothing'}.`}
        </li>
      ))}
    </ol>
  );
}
