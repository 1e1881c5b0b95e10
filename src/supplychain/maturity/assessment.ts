import type { Severity } from '../../analysis/severity';
import type { FactLocation } from '../facts/located-facts';
import type { JudgedAttestation } from './attestation';
import type { ProjectTrait } from '../../catalog/project-traits';

/**
 * What is known of one piece of evidence, or of one thing a level asks for:
 *
 * - `found`: files show it;
 * - `attested`: somebody says so in the project file; it cannot be seen;
 * - `contradicted`: files plainly show the opposite;
 * - `missing`: it would be seen, and is not there;
 * - `not-observable`: it was not seen, and often is where a repository does not show it;
 * - `not-applicable`: the project has nothing of that kind.
 */
export const EVIDENCE_STATES = [
  'found',
  'attested',
  'contradicted',
  'missing',
  'not-observable',
  'not-applicable',
] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** How far a project has come, with everything it is derived from. Plain data with ids: the texts are those of the guide. Sorted. */
export interface Assessment {
  /** Id of the level, `L0` to `L4`: that of the lowest dimension that applies and is not complete. */
  readonly level: string;
  /** Mean of the levels of the dimensions that apply, with one decimal: how far it is on the way. */
  readonly average: number;
  /** How much of what was asked could be told. */
  readonly confidence: Confidence;
  /** What the project has. */
  readonly traits: readonly ProjectTrait[];
  /** In the order of the catalog. */
  readonly dimensions: readonly AssessedDimension[];
  /** Every piece of evidence for good practice, in the order of the catalog. */
  readonly evidence: readonly AssessedEvidence[];
  /** What speaks against good practice, the weightiest first; only what was found. */
  readonly against: readonly Contradiction[];
  /** The three cheapest steps that would raise the lowest dimensions. */
  readonly next: readonly NextStep[];
  /** In the order of the project file. */
  readonly attestations: readonly JudgedAttestation[];
}

/** Of the pieces of evidence that apply: those of which the repository or an attestation says how it is, and all of them. */
export interface Confidence {
  readonly observed: number;
  readonly observable: number;
}

export interface AssessedDimension {
  /** Id in the catalog, `D1`. */
  readonly id: string;
  /** Id of the level; undefined where the dimension does not apply. */
  readonly level: string | undefined;
  /** The level that the evidence alone would give, before the caps. */
  readonly earned: string | undefined;
  /** Nothing more is asked of this project: the dimension does not hold the overall level down. */
  readonly complete: boolean;
  /** In the order of the catalog: by level. */
  readonly asks: readonly AssessedAsk[];
  readonly caps: readonly Cap[];
  readonly confidence: Confidence;
  /** What stands between the dimension and its next level, the cheapest first. Empty at the highest level. */
  readonly next: readonly NextStep[];
}

/** One line of a dimension: from `level` on, one of the pieces of evidence is asked for. */
export interface AssessedAsk {
  readonly level: string;
  /** Ids of evidence. */
  readonly anyOf: readonly string[];
  readonly state: EvidenceState;
}

/** Something that speaks against good practice and holds a dimension down. */
export interface Cap {
  /** Id of the evidence against, `NEG-…`. */
  readonly evidence: string;
  /** Id of the highest level it leaves. */
  readonly level: string;
}

/** One piece of evidence for good practice. */
export interface AssessedEvidence {
  /** Id in the catalog, `EV-…`. */
  readonly id: string;
  readonly state: EvidenceState;
  /** Where it shows; of `contradicted` where the opposite does. At most {@link MAX_PLACES}. */
  readonly places: readonly EvidencePlace[];
  /** All of them. */
  readonly count: number;
  /** Of `attested`: what was said. */
  readonly attestation?: JudgedAttestation;
}

export interface EvidencePlace {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly location: FactLocation;
  /** What was seen there, in a few words. Holds text of the workspace. */
  readonly detail: string;
}

/** Evidence against good practice, and what it rests on. */
export interface Contradiction {
  /** Id in the catalog, `NEG-…`. */
  readonly id: string;
  readonly severity: Weight;
  /** Whether it holds its dimensions down. Findings that are only information – probable ones, those in tests – do not. */
  readonly counts: boolean;
  /** Those that count first. At most {@link MAX_PLACES}. */
  readonly places: readonly ContradictionPlace[];
  readonly count: number;
}

/** How much evidence against weighs. High leaves a dimension at level 0, medium at level 1, the others do not hold it down. */
export type Weight = 'high' | 'medium' | 'low' | 'info';

export interface ContradictionPlace extends EvidencePlace {
  /** The rule that found it; undefined for what no rule is for. */
  readonly ruleId?: string;
  readonly severity: Severity;
}

/**
 * Something to do that brings one or more dimensions closer to their next level: `add` what is missing, `complete` what holds in some
 * places only, `remove` what speaks against, `attest` what cannot be seen (or bring it where it can).
 */
export interface NextStep {
  /** Id of the evidence to bring (`EV-…`), or of what to remove (`NEG-…`). */
  readonly evidence: string;
  readonly kind: 'add' | 'complete' | 'remove' | 'attest';
  /** Dimensions that wait for it, and the level that it is a part of. */
  readonly dimensions: readonly { readonly id: string; readonly level: string }[];
  /** Roughly what it takes. The reason is in the catalog. */
  readonly effort: 'minutes' | 'hours' | 'days';
  /** Id of a template that gives a beginning. */
  readonly template?: string;
  /** Id of the page of good practice in the guide, `controls/C06`. */
  readonly guidance?: string;
}

/** Places that are kept of each piece of evidence. */
export const MAX_PLACES = 20;
