import type { Observation } from '../evidence/observation';
import type { Sighting } from '../inventory/sighting';

/** Lines and columns from 0, the end exclusive; within the cell's source where a cell of a notebook is named. */
export interface FactLocation {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly cell?: number;
}

export type LocatedSighting = Omit<Sighting, 'range'> & { readonly location: FactLocation };
export type LocatedObservation = Omit<Observation, 'range'> & { readonly location: FactLocation };

/** {@link DocumentFacts} with lines and columns. */
export interface LocatedFacts {
  readonly sightings: readonly LocatedSighting[];
  readonly observations: readonly LocatedObservation[];
  /** Lifecycle stages the document belongs to, the likeliest first. */
  readonly stages: readonly string[];
}

/** The facts of one file, by its path relative to the root, with `/`. */
export interface FileFacts extends LocatedFacts {
  readonly path: string;
}
