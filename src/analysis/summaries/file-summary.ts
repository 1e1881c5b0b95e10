import type { Api } from '../../catalog/schema/api';
import type { PlaceElsewhere } from '../finding';

/**
 * What a file offers to those that import it, and what it asks of those that it imports. Plain data: it crosses worker borders
 * and is kept in the cache. Names are those of the file: `ask`, `Client().ask`.
 */
export interface FileSummary {
  /** Imports of modules that may be files of the workspace. */
  readonly imports: readonly SummaryImport[];
  /** What its functions are, in the terms of the API knowledge. */
  readonly facts: readonly SummaryFact[];
  /** Names that stand for something of a library: `client` for `openai.OpenAI()`. */
  readonly aliases: readonly (readonly [name: string, targets: readonly string[]])[];
  readonly constants: readonly (readonly [name: string, value: string | number | boolean | null])[];
  /** Names of other modules that the file calls. */
  readonly called: readonly string[];
  /** Functions of other modules whose results were come to when a value was followed. */
  readonly asked: readonly string[];
  /** Names of other modules of which somebody wanted the value. */
  readonly askedValues: readonly string[];
  /** Whether it may have values that a model or an outsider chose. */
  readonly hasSource: boolean;
  /** Whether it calls what such values must not come to. */
  readonly hasSink: boolean;
}

export interface SummaryImport {
  /** As written, with leading dots when relative. */
  readonly module: string;
  /** The imported name; `*` for all; undefined when the module itself is imported. */
  readonly name: string | undefined;
  /** The name it has in the file. */
  readonly bound: string;
}

/** One thing that is known of a function of a file. */
export interface SummaryFact {
  readonly name: string;
  readonly api: FactOf<Api>;
  /** How the value goes within the function, from source to sink. */
  readonly steps: readonly SummaryStep[];
}

/** API knowledge without the name it is found by. */
export type FactOf<T> = T extends unknown ? Omit<T, 'call'> : never;

export interface SummaryStep {
  readonly label: string;
  readonly place: PlaceElsewhere;
}

/** Of a file that offers nothing, or that cannot be read. */
export const EMPTY_SUMMARY: FileSummary = {
  imports: [],
  facts: [],
  aliases: [],
  constants: [],
  called: [],
  asked: [],
  askedValues: [],
  hasSource: false,
  hasSink: false,
};
