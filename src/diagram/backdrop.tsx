import { px, type DiagramGeometry, type FlowGeometry } from './geometry';

interface BackdropProps {
  readonly geometry: DiagramGeometry;
  /** The ring around the loop stands out. */
  readonly ringActive: boolean;
}

/** Domains and the ring around them: what lies under the stages. */
export function Backdrop({ geometry, ringActive }: BackdropProps) {
  return (
    <g aria-hidden="true">
      {geometry.around && <path class={ringActive ? 'around active' : 'around'} d={geometry.around.path} />}
      {geometry.domains.map((domain) => (
        <g key={domain.path} class={`domain domain-${domain.index % 4}`}>
          <path class="band-edge" d={domain.path} />
          <path class="band" d={domain.path} />
          {domain.caption && (
            <text class="caption" x={px(domain.caption.x)} y={px(domain.caption.y)}>
              {domain.name}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Small drums on the loop through which artifacts pass. */
export function Stores({ geometry }: { readonly geometry: DiagramGeometry }) {
  return (
    <g aria-hidden="true">
      {geometry.stores.map((store) => (
        <g key={store.title} class="store">
          <path
            d={
              `M${px(store.x - 7)} ${px(store.y - 6)} v12 a7 3 0 0 0 14 0 v-12 ` +
              'a7 3 0 0 0 -14 0 a7 3 0 0 0 14 0'
            }
          />
          <text x={px(store.label.x)} y={px(store.label.y)} text-anchor={store.label.anchor}>
            {store.title}
          </text>
        </g>
      ))}
    </g>
  );
}

interface FlowEdgesProps {
  readonly flows: readonly FlowGeometry[];
  /** The stage whose edges stand out. */
  readonly active: string | undefined;
}

/** The edges; those of the active stage are drawn strongly and last. */
export function FlowEdges({ flows, active }: FlowEdgesProps) {
  const touches = (flow: FlowGeometry) => flow.from === active || flow.to === active;
  const visible = flows.filter((flow) => flow.kind !== 'chord' || touches(flow));
  const ordered = [...visible].sort((a, b) => Number(touches(a)) - Number(touches(b)));
  return (
    <g aria-hidden="true">
      {ordered.map((flow) => (
        <g
          key={`${flow.from} ${flow.to}`}
          class={`flow flow-${flow.kind}${touches(flow) ? (flow.from === active ? ' outgoing' : ' incoming') : ''}`}
        >
          <title>{flow.label}</title>
          <path class="hit" d={flow.path} />
          <path class="line" d={flow.path} />
          <path class="head" d={flow.head} />
        </g>
      ))}
    </g>
  );
}
