import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';

interface SpokenMapProps {
  readonly lifecycle: Lifecycle;
  readonly stages: readonly Stage[];
}

/** The drawing as a list for screen readers: each stage and where its results go. */
export function SpokenMap({ lifecycle, stages }: SpokenMapProps) {
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
        </li>
      ))}
    </ol>
  );
}
