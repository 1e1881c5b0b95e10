import type { Assignment, Call, StringExpression } from './expression';
import type { FunctionDefinition, SourceModel } from './model';
import type { TextRange } from './range';

/** A piece of a document – a top-level statement, or all of it – with what stands in it, in source order. */
export interface Section {
  readonly calls: readonly Call[];
  readonly strings: readonly StringExpression[];
  /** Not every front end gives them. */
  readonly assignments?: readonly Assignment[];
  readonly functions?: readonly FunctionDefinition[];
}

/** A section that stays the same thing from one version of a document to the next while nothing in it changes. */
export interface TrackedSection extends Section {
  /** The same object in every version: what was found in the section is remembered by it. */
  readonly key: object;
  /** Neither the section nor anything that was asked on its behalf has changed: what was found in it still holds. */
  readonly isKept: boolean;
}

/** A place that moves with its section. */
export interface Anchor {
  readonly key: object;
  /** From the section's beginning. */
  readonly offset: number;
}

/**
 * A document that is looked at again and again while it is edited. Whoever looks does so section by section, and what is
 * asked meanwhile is noted; the next version then says which sections need not be looked at again.
 */
export interface TrackedSections {
  readonly sections: readonly TrackedSection[];
  /** Does the work on behalf of a section. */
  lookAt(section: TrackedSection, work: () => void): void;
  /** The anchor of a place; undefined when it is in no section. What is anchored to a section needs that section. */
  anchor(range: TextRange, neededBy: TrackedSection): readonly [Anchor, Anchor] | undefined;
  /** Where an anchored place is now. */
  placeOf(anchor: Anchor): number;
  /** Says that what was found in a section must not be kept. */
  forgo(section: TrackedSection): void;
  /**
   * To be called when every section that is not kept has been looked at: whether the outcome is that of a look at the
   * whole document. If not, or if what was found is of no use, look at the document anew: {@link SourceModel.again}.
   */
  finish(isUsable: boolean): boolean;
}

/** What can be compared: a plain value, or a list of the same things in the same order. */
export type PlainAnswer = string | number | boolean | undefined | readonly (object | string)[];

/** A question about the whole document. What rests on its answer holds as long as the answer is the same. */
export interface DocumentQuestion<T extends PlainAnswer = PlainAnswer> {
  /** Tells it from others: it names everything that the answer depends on, besides the document. */
  readonly id: string;
  readonly ask: (model: SourceModel) => T;
}
