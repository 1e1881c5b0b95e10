import type { Verdict } from '../../../models/verdict/finding';

/** Everything that is shown of one model file but its opcodes, which come by pages. Plain data: it crosses processes. */
export interface ModelView {
  readonly name: string;
  readonly size: number;
  readonly format: string;
  readonly verdict: Verdict;
  /** False while the file is still being read: what is here is what was seen so far. */
  readonly complete: boolean;
  /** What loading the file would do, in whole sentences. */
  readonly words: readonly string[];
  /** The worst first. */
  readonly findings: readonly ViewFinding[];
  readonly moreFindings: number;
  readonly overview: readonly ViewFact[];
  readonly properties: readonly ViewProperty[];
  readonly moreProperties: number;
  readonly members: readonly ViewMember[];
  readonly moreMembers: number;
  readonly tensors: readonly ViewTensor[];
  readonly moreTensors: number;
  readonly pickles: readonly ViewPickle[];
  readonly texts: readonly ViewText[];
  readonly links: readonly ViewLink[];
}

export interface ViewFinding {
  readonly verdict: Verdict;
  readonly message: string;
  /** Member, offset and opcode as people read them: `archive/data.pkl at 0x2a, REDUCE`. */
  readonly place: string;
  /** The call or import in the form of Python. */
  readonly code?: string;
  readonly count: number;
  /** What shows it in its surroundings. */
  readonly target?: ViewTarget;
}

/** An opcode of a pickle, or a line of a text; both by their place in the lists of the view. */
export type ViewTarget =
  | { readonly kind: 'opcode'; readonly pickle: number; readonly offset: number }
  | { readonly kind: 'line'; readonly text: number; readonly line: number };

export interface ViewFact {
  readonly label: string;
  readonly value: string;
}

export interface ViewProperty extends ViewFact {
  readonly where: string;
}

export interface ViewMember {
  readonly path: string;
  /** Empty for data of no format. */
  readonly format: string;
  readonly size: number;
  /** The worst that was found in it or below it. */
  readonly verdict: Verdict;
}

export interface ViewTensor {
  readonly name: string;
  /** `4096 × 32000`; `scalar` without dimensions. */
  readonly shape: string;
  readonly type: string;
  readonly size?: number;
}

export interface ViewPickle {
  readonly where: string;
  /** `protocol 2`, or several. */
  readonly title: string;
  /** Rows of its disassembly. */
  readonly opcodes: number;
  readonly imports: readonly ViewImport[];
  readonly calls: readonly ViewCall[];
}

export interface ViewImport {
  readonly name: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly offset: number;
  readonly count: number;
  readonly calls: number;
}

export interface ViewCall {
  readonly offset: number;
  readonly code: string;
  readonly verdict: Verdict;
}

export interface ViewText {
  readonly title: string;
  readonly language: string;
  readonly text: string;
  readonly where: string;
  /** Lines, from 1, that findings point to. */
  readonly marks: readonly number[];
}

/** An entry of the catalog that says more. */
export interface ViewLink {
  readonly title: string;
  /** With its kind: `controls/C06`. */
  readonly entry: string;
}

/** One line of a disassembly. */
export interface OpcodeRow {
  readonly offset: number;
  readonly name: string;
  readonly argument: string;
}

/** Rows of one page of a disassembly; the last page has fewer. */
export const OPCODES_PER_PAGE = 2000;
