import { px, type DiagramGeometry } from '../../../diagram/geometry';

/** In a narrower drawing these names would cross the middle. */
const LABELLED_FROM = 900;

/** The names of what flows back across a wide loop: the retraining edge among them. */
export function FlowLabels({ geometry }: { readonly geometry: DiagramGeometry }) {
  if (geometry.orientation !== 'loop' || geometry.width < LABELLED_FROM) return null;
  return (
    <g aria-hidden="true">
      {geometry.flows
        .filter(({ kind }) => kind === 'return' || kind === 'cross')
        .map(({ label, kind, middle }) => (
          <text
            key={label}
            class={`flow-label label-${kind}`}
            x={px(middle.x)}
            y={px(middle.y + 4)}
            text-anchor="middle"
          >
            {label}
          </text>
        ))}
    </g>
  );
}
