import type { ComponentChildren } from 'preact';
import type { Stage } from '../../../catalog/schema/lifecycle';
import type { FindingCount } from '../model/findings';
import { flowsOfStage } from '../model/stage-flows';
import { usePanel } from '../panel-context';
import type { DiagramGeometry, DomainGeometry, HubGeometry } from '../../../diagram/geometry';
import { flowsFit, legendFits } from '../../../diagram/hub-room';
import { shorten } from '../../../diagram/label-text';

interface HubProps {
  readonly geometry: DiagramGeometry;
  readonly active: Stage | undefined;
  readonly count: FindingCount;
}

/**
 * The middle of the loop: what flows into and out of the active stage, otherwise totals and the names of the domains.
 * What does not fit is left out; the detail pane and the spoken map have all of it.
 */
export function Hub({ geometry, active, count }: HubProps) {
  const { snapshot } = usePanel();
  const { hub } = geometry;
  if (!hub) return null;
  return active ? (
    <ActiveFlows hub={hub} active={active} />
  ) : (
    <HubBox hub={hub}>
      <p class="hub-number">{count.total.toLocaleString('en')}</p>
      <p class="hub-line">
        {count.total === 1 ? 'finding' : 'findings'}
        {(!snapshot.scanned || snapshot.scanning) && ' so far'}
      </p>
      <Legend hub={hub} domains={geometry.domains} />
    </HubBox>
  );
}

function HubBox({ hub, children }: { readonly hub: HubGeometry; readonly children: ComponentChildren }) {
  return (
    <div class="hub" aria-hidden="true" style={{ left: hub.x, top: hub.y, maxWidth: hub.width }}>
      {children}
    </div>
  );
}

function Legend({
  hub,
  domains,
}: {
  readonly hub: HubGeometry;
  readonly domains: readonly DomainGeometry[];
}) {
  const unique = [...new Map(domains.map((domain) => [domain.name, domain])).values()];
  if (
    !legendFits(
      hub,
      unique.map(({ name }) => name),
    )
  )
    return null;
  return (
    <ul class="legend">
      {unique.map((domain) => (
        <li key={domain.name} class={`domain-${domain.index % 4}`}>
          <span class="swatch" /> {domain.name}
        </li>
      ))}
    </ul>
  );
}

const MOST_FLOWS = 4;
const MOST_CHARACTERS = 44;

function ActiveFlows({ hub, active }: { readonly hub: HubGeometry; readonly active: Stage }) {
  const { index } = usePanel();
  const flows = flowsOfStage(active, index);
  const number = (id: string) => index.stage(id)?.number ?? '';
  const rows = [
    ...flows.incoming.slice(0, MOST_FLOWS).map(({ from, label }) => ({ way: `${number(from)} →`, label })),
    ...flows.outgoing.slice(0, MOST_FLOWS).map(({ to, label }) => ({ way: `→ ${number(to)}`, label })),
  ].map(({ way, label }) => ({ way, label: shorten(label, MOST_CHARACTERS) }));
  const labels = rows.map(({ label }) => label);
  if (!flowsFit(hub, active.shortTitle, active.domain, labels)) return null;
  return (
    <HubBox hub={hub}>
      <p class="hub-title">{active.shortTitle}</p>
      <p class="hub-line">{active.domain}</p>
      <ul class="hub-flows">
        {rows.map(({ way, label }) => (
          <li key={way}>
            <span class="hub-stage">{way}</span> {label}
          </li>
        ))}
      </ul>
    </HubBox>
  );
}
