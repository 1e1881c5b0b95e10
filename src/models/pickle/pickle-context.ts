import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import type { NameJudge } from '../verdict/name-judge';
import type { PickleRecorder } from './pickle-recorder';

/** What a machine needs to know of the world around its pickle. */
export interface PickleContext {
  readonly source: ByteSource;
  readonly where: string;
  readonly budget: Budget;
  readonly names: NameJudge;
  readonly recorder: PickleRecorder;
  /** The file is PyTorch's: tensors come by persistent id. */
  readonly torch: boolean;
  /** The archive carries TorchScript, whose classes are named in it. */
  readonly torchScript: boolean;
  /** Inspects bytes that the pickle gives to a loader; false when they are nothing that could be recognised. */
  readonly inspectNested: (bytes: ByteSource, offset: number) => boolean;
}
