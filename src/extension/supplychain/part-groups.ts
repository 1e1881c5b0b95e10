import type { PanelCatalog } from '../../protocol/panel-catalog';
import {
  KIND_WORDS,
  OPENNESS_WORDS,
  PINNING_WORDS,
  SCANNED_WORDS,
  SIGNED_WORDS,
} from '../../report/inventory/part-words';
import type { Part } from '../../supplychain/inventory/part';
import { PART_KINDS } from '../../supplychain/inventory/part-kind';
import { stageLabel } from '../findings/grouping';
import { homeStage } from '../lifecycle/home-stage';
import { lifecyclesFrom } from '../lifecycle/lifecycle-order';
import { KIND_ICONS } from './part-icons';
import type { PartRow } from './part-row';
import { capitalized } from './part-tooltip';

/** The ways in which the AI supply chain view can be grouped. */
export const PART_GROUPINGS = ['kind', 'stage', 'trust'] as const;
export type PartGrouping = (typeof PART_GROUPINGS)[number];

export interface PartGroup {
  /** Unique in its grouping. */
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly rows: readonly PartRow[];
  /** The stage, where the group is one. */
  readonly stage?: string;
}

export interface PartContext {
  readonly catalog: PanelCatalog | undefined;
  /** Id of the lifecycle whose stages are shown. */
  readonly lifecycle: string;
}

/** By what a part is; in the order of kinds. */
export function byKind(rows: readonly PartRow[]): readonly PartGroup[] {
  return collect(
    rows,
    ({ part }) => part.kind,
    PART_KINDS,
    (kind) => ({
      label: capitalized(KIND_WORDS[kind][1]),
      icon: KIND_ICONS[kind],
    }),
  );
}

/** By the stage at which a part is used most; in the order of the lifecycle. */
export function byStage(rows: readonly PartRow[], { catalog, lifecycle }: PartContext): readonly PartGroup[] {
  const order = catalog ? lifecyclesFrom(catalog, lifecycle).flatMap(({ stages }) => stages) : [];
  const keyOf = ({ part }: PartRow): string => homeStage(part.stages, catalog, lifecycle) ?? NO_STAGE;
  return collect(rows, keyOf, [...order, NO_STAGE], (stage) =>
    stage === NO_STAGE
      ? { label: 'No stage', icon: 'circle-slash' }
      : { label: stageLabel(catalog, stage), icon: 'circle-outline', stage },
  );
}

const NO_STAGE = '';

/** One side of trust: every part is in one group of each. */
export interface TrustAspect {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly groups: readonly PartGroup[];
}

/** By how open, fixed, signed and looked at a part is; what calls for a look comes first. */
export function byTrust(rows: readonly PartRow[]): readonly TrustAspect[] {
  const aspect = <K extends string>(
    key: string,
    label: string,
    icon: string,
    keyOf: (part: Part) => K,
    words: Readonly<Record<K, string>>,
    order: readonly K[],
  ): TrustAspect => ({
    key,
    label,
    icon,
    groups: collect(
      rows,
      ({ part }) => keyOf(part),
      order,
      (value) => ({
        label: capitalized(words[value]),
        icon,
      }),
    ),
  });
  return [
    aspect('openness', 'Open or closed', 'eye', ({ openness }) => openness.value, OPENNESS_WORDS, [
      'closed-service',
      'unknown',
      'open-weight',
      'open-source',
      'own',
    ]),
    aspect('pinning', 'Pinned', 'pin', ({ pinning }) => pinning.value, PINNING_WORDS, [
      'mutable',
      'unknown',
      'pinned',
      'own',
    ]),
    aspect('signed', 'Signed', 'verified', ({ signed }) => signed.value, SIGNED_WORDS, [
      'failed',
      'none',
      'present',
      'unknown',
      'verified',
    ]),
    aspect('scanned', 'Scanned', 'search', ({ scanned }) => scanned.value, SCANNED_WORDS, [
      'malicious',
      'suspicious',
      'incomplete',
      'unknown',
      'safe',
    ]),
  ];
}

/** The rows by key, in the order of `keys`; groups without rows are left out. */
function collect<K extends string>(
  rows: readonly PartRow[],
  keyOf: (row: PartRow) => K,
  keys: readonly K[],
  look: (key: K) => Omit<PartGroup, 'key' | 'rows'>,
): readonly PartGroup[] {
  const members = new Map<K, PartRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = members.get(key);
    if (known) known.push(row);
    else members.set(key, [row]);
  }
  const rest = [...members.keys()].filter((key) => !keys.includes(key)).sort();
  return [...keys, ...rest].flatMap((key) => {
    const found = members.get(key);
    return found ? [{ key, rows: found, ...look(key) }] : [];
  });
}
