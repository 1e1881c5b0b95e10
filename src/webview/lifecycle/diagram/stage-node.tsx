import type { EntryRef } from '../../../catalog/entry-ref';
import type { StageView } from '../model/stage-view';
import { CountBadge } from '../../../diagram/count-badge';
import { px, type NodeGeometry } from '../../../diagram/geometry';
import { shorten } from '../../../diagram/label-text';
import { StageMarks } from '../../../diagram/stage-marks';

interface StageNodeProps {
  readonly node: NodeGeometry;
  readonly view: StageView;
  /** Name of the file in front, when it belongs to this stage. */
  readonly fileName: string | undefined;
  readonly selected: boolean;
  readonly emphasis: 'lit' | 'dimmed' | undefined;
  readonly tabStop: boolean;
  readonly register: (element: SVGElement | null) => void;
  readonly onFocus: () => void;
  readonly onHover: (over: boolean) => void;
  readonly onOpen: (byKeyboard: boolean) => void;
  readonly onOpenMark: (ref: EntryRef) => void;
}

/** One stage: a numbered circle with its title, its findings and whether the file in front belongs to it. */
export function StageNode(props: StageNodeProps) {
  const { node, view, fileName, selected, emphasis } = props;
  const classes = [
    'stage',
    `domain-${node.domain % 4}`,
    selected && 'selected',
    view.here && 'here',
    view.weight === 0 ? 'faint' : view.weight && `weight-${view.weight}`,
    emphasis,
  ];
  return (
    <g
      class={classes.filter(Boolean).join(' ')}
      onMouseEnter={() => props.onHover(true)}
      onMouseLeave={() => props.onHover(false)}
      onClick={() => props.onOpen(false)}
    >
      <title>{view.spoken}</title>
      {/* The button is the circle alone: what stands beside it is drawn for the eye and is all in its name. */}
      <g
        class="stage-button"
        role="button"
        aria-label={view.spoken}
        aria-pressed={selected}
        // In lower case: SVG attributes are case-sensitive and Preact hands the name on as it is.
        tabindex={props.tabStop ? 0 : -1}
        ref={props.register}
        onFocus={props.onFocus}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          props.onOpen(true);
        }}
      >
        <circle class="focus-ring" cx={px(node.x)} cy={px(node.y)} r={node.radius + 9} />
        {view.here && <circle class="here-ring" cx={px(node.x)} cy={px(node.y)} r={node.radius + 5} />}
        <circle class="disc" cx={px(node.x)} cy={px(node.y)} r={node.radius} />
      </g>
      <text class="number" x={px(node.x)} y={px(node.y + 5)} text-anchor="middle" aria-hidden="true">
        {view.stage.number}
      </text>
      <NodeLabel node={node} note={fileName} />
      <CountBadge count={view.count} at={node.badge} />
      <StageMarks pills={node.pills} onOpen={props.onOpenMark} />
    </g>
  );
}

function NodeLabel({ node, note }: { readonly node: NodeGeometry; readonly note: string | undefined }) {
  const { label } = node;
  return (
    <g aria-hidden="true">
      {label.lines.map((line, at) => (
        <text class="title" x={px(label.x)} y={px(label.y + at * 16)} text-anchor={label.anchor}>
          {line}
        </text>
      ))}
      {note !== undefined &&
        ['You are here', shorten(note, label.noteLength)].map((line, at) => (
          <text
            key={line}
            class="note"
            x={px(label.notes[at === 0 ? 0 : 1].x)}
            y={px(label.notes[at === 0 ? 0 : 1].y)}
            text-anchor={label.anchor}
          >
            {line}
          </text>
        ))}
    </g>
  );
}
