import type { Lifecycle } from '../catalog/schema/lifecycle';

/** Where the stages of one lifecycle stand on their loop. */
export interface LoopLayout {
  /** Degrees clockwise from the top, by stage id. */
  readonly degrees: Readonly<Record<string, number>>;
  /** The stage that is drawn as a ring around the loop. */
  readonly around?: string;
  /** Edges across the loop that belong to its meaning and are always drawn, as `from to`. */
  readonly returns: readonly string[];
  /** Stores that artifacts pass through on their way along the loop. */
  readonly stores: readonly { readonly title: string; readonly degrees: number }[];
}

const LAYOUTS: readonly LoopLayout[] = [
  {
    degrees: {
      'planning-design': 0,
      'data-engineering': 40,
      experimentation: 80,
      'pipeline-dev-test': 120,
      'continuous-integration': 160,
      'continuous-deployment': 200,
      'continuous-training': 240,
      'model-serving': 280,
      'continuous-monitoring': 320,
    },
    returns: [
      'continuous-monitoring continuous-training',
      'continuous-training continuous-deployment',
      'continuous-deployment model-serving',
    ],
    stores: [
      { title: 'Artifact store', degrees: 180 },
      { title: 'Model repository', degrees: 260 },
    ],
  },
  {
    degrees: {
      'llm-scope-plan': 0,
      'llm-augment-finetune': 45,
      'llm-develop-experiment': 90,
      'llm-test-evaluate': 135,
      'llm-release': 180,
      'llm-deploy': 225,
      'llm-operate': 270,
      'llm-monitor': 315,
    },
    around: 'llm-govern',
    returns: ['llm-monitor llm-augment-finetune', 'llm-test-evaluate llm-develop-experiment'],
    stores: [],
  },
];

/** The layout drawn for this lifecycle, or its stages evenly around the loop when it has others than expected. */
export function layoutFor(lifecycle: Lifecycle): LoopLayout {
  const known = LAYOUTS.find((layout) => holdsExactly(layout, lifecycle.stages));
  return known ?? evenLayout(lifecycle.stages);
}

function holdsExactly(layout: LoopLayout, stages: readonly string[]): boolean {
  const placed = Object.keys(layout.degrees).length + (layout.around === undefined ? 0 : 1);
  return placed === stages.length && stages.every((id) => id in layout.degrees || id === layout.around);
}

function evenLayout(stages: readonly string[]): LoopLayout {
  const step = 360 / Math.max(1, stages.length);
  return { degrees: Object.fromEntries(stages.map((id, at) => [id, at * step])), returns: [], stores: [] };
}
