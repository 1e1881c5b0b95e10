import { LineageBox } from '../../../diagram/lineage/lineage-box';
import { NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from '../../../diagram/lineage/lineage-geometry';
import { spokenNode } from '../../../diagram/lineage/lineage-words';

interface LineageButtonProps {
  readonly placed: PlacedNode;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly register: (element: SVGElement | null) => void;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** A box of the lineage that opens its page. */
export function LineageButton({ placed, selected, tabStop, register, onFocus, onOpen }: LineageButtonProps) {
  const spoken = spokenNode(placed.node);
  return (
    <g class={selected ? 'lineage-node selected' : 'lineage-node'} onClick={onOpen}>
      <title>{spoken}</title>
      {/* The button is the frame alone: what stands in it is drawn for the eye and is all in its name. */}
      <g
        class="lineage-button"
        role="button"
        aria-label={spoken}
        aria-pressed={selected}
        // In lower case: SVG attributes are case-sensitive and Preact hands the name on as it is.
        tabindex={tabStop ? 0 : -1}
        ref={register}
        onFocus={onFocus}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onOpen();
        }}
      >
        <rect
          class="focus-ring"
          x={placed.x - 4}
          y={placed.y - 4}
          width={NODE_WIDTH + 8}
          height={NODE_HEIGHT + 8}
          rx={9}
        />
      </g>
      <g aria-hidden="true">
        <LineageBox placed={placed} />
      </g>
    </g>
  );
}
