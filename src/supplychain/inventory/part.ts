import type { FactLocation } from '../facts/located-facts';
import type { PartKind } from './part-kind';
import type { PartOrigin, Pinning, SaidOfPart } from './sighting';

/**
 * How open a part is. `open-source`: code, weights and a license of the OSI's list; `open-weight`: the weights can be had, under terms
 * of their own; `closed-service`: it can only be asked; `own`: made in this workspace; `unknown`: nothing is known of it.
 */
export const OPENNESS = ['open-source', 'open-weight', 'closed-service', 'own', 'unknown'] as const;
export type Openness = (typeof OPENNESS)[number];

/** A judgement with its reason: one sentence a person can check. */
export interface Reasoned<T extends string> {
  readonly value: T;
  readonly reason: string;
}

/** One part of the AI supply chain at one version: what several places of the workspace use is one part. Plain data. */
export interface Part {
  /** `model:huggingface/acme/encoder@5f0b…`; the same as long as kind, origin, name and version are. */
  readonly id: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly origin: PartOrigin;
  readonly version?: string;
  readonly pinning: Reasoned<Pinning>;
  readonly openness: Reasoned<Openness>;
  /** `present`: a signature lies with it and was not verified here; `none`: it could have one and has none; `unknown`: it cannot be told from here. */
  readonly signed: Reasoned<'verified' | 'failed' | 'present' | 'none' | 'unknown'>;
  /** What the inspection of the file says; `unknown` for what is not a file of the workspace. */
  readonly scanned: Reasoned<'safe' | 'suspicious' | 'malicious' | 'incomplete' | 'unknown'>;
  /** What cards, configuration and the dated catalog say; the catalog's own facts stand in `openness` and `provider`. */
  readonly said: SaidOfPart;
  /** Who makes or runs it, where that is known: `OpenAI`, `Meta`. */
  readonly provider?: string;
  /** SPDX expression or what stands there; from a card of the workspace before the catalog. */
  readonly license?: string;
  /** Package URL, where there is a type for it: `pkg:huggingface/acme/encoder@5f0b…`, `pkg:pypi/torch@2.6.0`. */
  readonly purl?: string;
  /** Lifecycle stages of the files that use it, the most used first. */
  readonly stages: readonly string[];
  /** In the order of path and line; never empty. */
  readonly uses: readonly PartUse[];
}

export interface PartUse {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly location: FactLocation;
  readonly via: string;
}
