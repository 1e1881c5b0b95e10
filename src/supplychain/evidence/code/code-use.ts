import type { TriggerSet } from '../../../analysis/triggers/trigger-sets';

/** Functions, decorators and base classes of which a use is evidence. */
export interface CodeUse {
  readonly evidence: readonly string[];
  /** Qualified names: a name stands for itself and all below it; `*` is a part of one segment; a leading `*.` any module. */
  readonly names: readonly string[];
  /** A keyword that must be given, with a value other than those that turn it off. */
  readonly keyword?: string;
  /** Sets of words that a program must hold to be looked at for it; derived from the names where left out. */
  readonly words?: readonly TriggerSet[];
  /** Whether a use in tests counts: there models are tried and attacked. */
  readonly inTests?: true;
}
