import { LANE_TITLES } from '../../../diagram/lineage/lane-titles';
import { LINEAGE_PLACES } from '../../../diagram/lineage/lineage-input';
import { usePanel } from '../panel-context';
import { Section } from '../parts/section';
import { PartLinks } from './part-links';

/** The detail pane beside the lineage while no part is open. */
export function LineageIntro() {
  const { supply, state } = usePanel();
  const nodes = supply?.lineage.nodes ?? [];
  const drawn = new Set(nodes.map(({ id }) => id));
  const alone = (supply?.parts ?? []).filter(({ id }) => !drawn.has(id));
  const folded = state.part;
  return (
    <>
      <p class="eyebrow">Lineage</p>
      <h2 tabIndex={-1}>What is made from what?</h2>
      <p class="lead">
        Data and base models become models, and services and agents run them – as far as cards, configuration
        and code of this workspace say so. Nothing of it is checked.
      </p>
      {folded?.startsWith('fold:') && (
        <p class="quiet">Several parts are folded together there; they are all listed below.</p>
      )}
      {(supply?.leftOut ?? 0) > 0 && <p class="quiet">{supply?.leftOut} more relations are not drawn.</p>}
      {LINEAGE_PLACES.map((place) => {
        const here = nodes.filter((node) => node.place === place);
        return (
          here.length > 0 && (
            <Section key={place} title={LANE_TITLES[place]} count={here.length}>
              <PartLinks parts={here} />
            </Section>
          )
        );
      })}
      {alone.length > 0 && (
        <Section
          title="Parts without a known relation"
          count={(supply?.total ?? 0) - (supply?.parts.length ?? 0) + alone.length}
        >
          <PartLinks parts={alone.map((part) => ({ ...part, kind: [part.kind, part.kind] }))} />
        </Section>
      )}
    </>
  );
}
