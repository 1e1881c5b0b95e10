import type { Stage } from '../../../catalog/schema/lifecycle';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';

type Artifact = Stage['artifacts'][number];

/** What a stage takes in and gives out; security artifacts carry a shield. */
export function StageArtifacts({ stage }: { readonly stage: Stage }) {
  if (stage.artifacts.length === 0) return null;
  const consumed = stage.artifacts.filter((artifact) => artifact.direction !== 'produced');
  const produced = stage.artifacts.filter((artifact) => artifact.direction !== 'consumed');
  return (
    <Section title="Artifacts" count={stage.artifacts.length}>
      <div class="columns">
        <ArtifactColumn title="Consumed" artifacts={consumed} />
        <ArtifactColumn title="Produced" artifacts={produced} />
      </div>
    </Section>
  );
}

function ArtifactColumn({
  title,
  artifacts,
}: {
  readonly title: string;
  readonly artifacts: readonly Artifact[];
}) {
  if (artifacts.length === 0) return null;
  const ordered = [...artifacts].sort((a, b) => Number(a.security) - Number(b.security));
  return (
    <div>
      <h4>{title}</h4>
      <ul class="artifacts">
        {ordered.map((artifact) => (
          <li key={artifact.title} class={artifact.security ? 'security' : undefined}>
            {artifact.security && (
              <span title="Security artifact: evidence about other artifacts">
                <Icon name="shield" />
                <span class="visually-hidden">Security artifact: </span>
              </span>
            )}
            <span>{artifact.title}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
