import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { FindingCount } from '../model/findings';
import { shorten } from './label-text';
import type { DiagramGeometry } from './geometry';

interface HubProps {
  readonly geometry: DiagramGeometry;
  readonly lifecycle: Lifecycle;
  readonly stages: readonly Stage[];
  readonly active: Stage | undefined;
  readonly count: FindingCount;
}

/** The middle of the loop: what flows into and out of the active stage, otherwise totals and the names of the domains. */
export function Hub({ geometry, lifecycle, stages, active, count }: HubProps) {
  const hub = geometry.hub;
  if (!hub) return null;
  return (
    <div class="hub" aria-hidden="true" style={{ left: hub.x, top: hub.y, width: hub.width }}>
      {active ? (
        <ActiveFlows lifecycle={lifecycle} stages={stages} active={active} />
      ) : (
        <Summary geometry={geometry} count={count} />
      )}
    </div>
  );
}

function Summary({ geometry, count }: Pick<HubProps, 'geometry' | 'count'>) {
  const unique = [...new Map(geometry.domains.map((domain) => [domain.name, domain])).values()];
  return (
    <>
      <p class="hub-number">
        {count.total.toLocaleString('en')}
        {count.atLeast && '+'}
      </p>
      <p class="hub-line">{count.total === 1 ? 'finding' : 'findings'} so far</p>
      <ul class="legend">
        {unique.map((domain) => (
          <li key={domain.name} class={`domain-${domain.index % 4}`}>
            <span class="swatch" /> {domain.name}
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_FLOWS = 4;

function ActiveFlows({
  lifecycle,
  stages,
  active,
}: Pick<HubProps, 'lifecycle' | 'stages'> & { active: Stage }) {
  const number = (id: string) => stages.find((stage) => stage.id === id)?.number ?? '';
  const incoming = lifecycle.flows.filter((flow) => flow.to === active.id);
  const outgoing = lifecycle.flows.filter((flow) => flow.from === active.id);
  return (
    <>
      <p class="hub-title">{active.shortTitle}</p>
      <p class="hub-line">{active.domain}</p>
      <ul class="hub-flows">
        {incoming.slice(0, MOST_FLOWS).map((flow) => (
          <li key={flow.from} class="incoming">
            <span class="hub-stage">{number(flow.from)} →</span> {shorten(flow.label, 44)}
          </li>
        ))}
        {outgoing.slice(0, MOST_FLOWS).map((flow) => (
          <li key={flow.to} class="outgoing">
            <span class="hub-stage">→ {number(flow.to)}</span> {shorten(flow.label, 44)}
          </li>
        ))}
      </ul>
    </>
  );
}
