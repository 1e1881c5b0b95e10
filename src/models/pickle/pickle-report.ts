import type { TensorFact } from '../facts/model-facts';
import type { Finding } from '../verdict/finding';
import type { NameVerdict } from '../verdict/name-verdict';
import type { Break } from './decoder';
import type { DisassembledOpcode } from './disassemble';

/** A name that the pickle imports. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
  readonly verdict: NameVerdict;
  readonly offset: number;
  /** How often it is imported, and called. */
  count: number;
  calls: number;
}

/** A call that the loader would make; those of known rebuild functions are counted, not listed. */
export interface PickleCall {
  readonly offset: number;
  readonly opcode: string;
  readonly code: string;
  readonly verdict: NameVerdict['verdict'];
}

/** One pickle; a file may hold several in a row. */
export interface PickleStream {
  readonly start: number;
  readonly end: number;
  readonly protocol: number;
  readonly opcodes: number;
  /** Set when it does not end as a pickle should. */
  readonly broken?: Break;
}

export interface PickleReport {
  /** The member of an archive, or the way into a pickle within a pickle; empty for the file itself. */
  readonly where: string;
  readonly streams: readonly PickleStream[];
  readonly imports: readonly ImportedName[];
  readonly calls: readonly PickleCall[];
  readonly findings: readonly Finding[];
  /** Whether it is a pickle at all. */
  readonly recognised: boolean;
  /** `torch.load(weights_only=True)` would take it. */
  readonly weightsOnly: boolean;
  /** Tensors and arrays that are rebuilt. */
  readonly tensors: number;
  /** PyTorch's among them, with the names under which they lie in what the pickle comes to. */
  readonly namedTensors: readonly TensorFact[];
  /** The opcodes, where they were asked for. */
  readonly disassembly?: readonly DisassembledOpcode[];
  /** Joblib or legacy PyTorch, told by what the pickle itself says. */
  readonly writtenBy?: 'joblib' | 'torch-legacy';
}
