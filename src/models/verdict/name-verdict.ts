import type { Effect, PickleGlobal } from '../../catalog/schema/pickle-global';

/** What is known of a name that a stream imports. One object per name and inspection, so that it can be compared. */
export interface NameVerdict {
  readonly verdict: PickleGlobal['verdict'];
  /** Why: the entry of the catalog, the owner is unknown, or its form gives it away. */
  readonly because: 'listed' | 'unknown' | 'script' | 'internals' | 'hidden-module' | 'name' | 'torchscript';
  readonly does?: Effect;
  readonly is?: PickleGlobal['is'];
  readonly weightsOnly: boolean;
  /** Module and name as Python 3 resolves them. */
  readonly path: string;
}
