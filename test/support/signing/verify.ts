import type { Trust } from '../../../src/models/signing/trust/trust';
import type { Verification } from '../../../src/models/signing/verification';
import { verifyModel } from '../../../src/models/signing/verify-model';
import { memoryFiles, type MemoryModel } from './memory-files';

export interface VerifyWish extends MemoryModel {
  /** The signature, as an object or as the text of its file. */
  readonly bundle: unknown;
  readonly trust?: Trust;
  readonly ignore?: readonly string[];
  readonly now?: Date;
}

/** Verifies a model in memory. */
export function verified({ bundle, trust, ignore = [], now, ...model }: VerifyWish): Promise<Verification> {
  return verifyModel({
    signature: typeof bundle === 'string' ? bundle : JSON.stringify(bundle),
    trust,
    files: memoryFiles(model),
    ignore,
    now: now ?? new Date('2026-06-01'),
    signal: new AbortController().signal,
  });
}

/** The outcome and each problem as one line: what a reader of the report sees. */
export function summary({ outcome, problems }: Verification): readonly string[] {
  return [
    outcome,
    ...problems.map(({ kind, file, message }) => `${kind} ${file ? `${file}: ` : ''}${message}`),
  ];
}
