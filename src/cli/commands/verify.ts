import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { MAX_BUNDLE_SIZE } from '../../models/signing/bundle/read-bundle';
import { LEGACY_FORMAT } from '../../models/signing/manifest/statement';
import { LEGACY_SIGNATURE_NAME } from '../../models/signing/signature-names';
import type { Trust } from '../../models/signing/trust/trust';
import type { SignatureProblem, Verification } from '../../models/signing/verification';
import { verifyModel } from '../../models/signing/verify-model';
import { jsonSignatureReport } from '../../report/signing/json-signature-report';
import { textSignatureReport } from '../../report/signing/text-signature-report';
import { sizeText } from '../../report/size-text';
import { ModelFolder } from '../../workspace/node/model-folder';
import { relativePath } from '../../workspace/path';
import { CliError } from '../cli-error';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { reasonOf, resolveInput } from '../files';
import { Progress } from '../progress';
import { signingPolicy } from '../signing-policy';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import { findSignature, modelAt, type ModelPlace } from './verify-places';
import { trustOf, trustOfPolicy, type TrustOptions } from './verify-trust';

export interface VerifyOptions extends TrustOptions {
  readonly signature?: string;
  readonly ignore?: readonly string[];
  readonly format: 'text' | 'json';
}

/**
 * `mlsecops verify`: whether a model is what was signed, by whom the user expects. Nothing is loaded, nothing is asked of
 * the network.
 *
 * @returns 0 when it is verified, 1 when it is not, 2 when that could not be found out
 * @throws CliError when an argument cannot be used
 */
export async function runVerify(
  path: string,
  options: VerifyOptions,
  environment: CliEnvironment,
): Promise<number> {
  const model = modelAt(environment, path);
  const given = trustOf(options, (file) => readInput(environment.workingFolder, file));
  const policy = given ? undefined : await signingPolicy(model.path, model.isFolder);
  const trust = given ?? (policy && trustOfPolicy(policy, (file) => readInput(policy.folder, file)));
  const signature = findSignature(environment, model, options.signature);
  const signal = environment.interruption();
  try {
    const verification =
      signature === undefined
        ? withoutSignature(policy !== undefined)
        : await verifyWith(signature, trust, model, options, environment, signal);
    const report = { path, signature, policy: policy?.file, verification };
    const color = wantsColor(environment.output, environment.variables);
    await writeAll(
      environment.output.stream,
      options.format === 'json'
        ? jsonSignatureReport(report, toolVersion())
        : textSignatureReport(report, color),
    );
    return { verified: EXIT.clean, failed: EXIT.findings, impossible: EXIT.failed }[verification.outcome];
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  }
}

async function verifyWith(
  signature: string,
  trust: Trust | undefined,
  model: ModelPlace,
  { ignore = [] }: VerifyOptions,
  environment: CliEnvironment,
  signal: AbortSignal,
): Promise<Verification> {
  if (basename(signature) === LEGACY_SIGNATURE_NAME) return told('impossible', 'format', LEGACY_FORMAT);
  const progress = new Progress(environment.errors);
  try {
    return await verifyModel({
      signature: readInput(environment.workingFolder, signature),
      signaturePath: relativePath(model.folder, resolveInput(environment, signature)),
      trust,
      files: new ModelFolder(model.folder, model.onlyFile),
      ignore: ignore.map((path) => relativePath(model.folder, resolve(model.folder, path)) ?? path),
      now: new Date(),
      signal,
      onProgress: ({ filesDone, filesTotal, bytesDone }) => {
        progress.showLine(`Verifying ${filesDone} of ${filesTotal} files, ${sizeText(bytesDone)}`);
      },
    });
  } finally {
    progress.clear();
  }
}

function withoutSignature(isDemanded: boolean): Verification {
  return isDemanded
    ? told('failed', 'signature', 'There is no signature, and the policy demands one.')
    : told(
        'impossible',
        'signature',
        'There is no signature. Name it with --signature when it lies elsewhere.',
      );
}

function told(
  outcome: Verification['outcome'],
  kind: SignatureProblem['kind'],
  message: string,
): Verification {
  return { outcome, problems: [{ kind, message }], moreProblems: 0, notes: [], files: 0, bytes: 0 };
}

function readInput(folder: string, path: string): string {
  try {
    const file = resolve(folder, path);
    if (statSync(file).size > MAX_BUNDLE_SIZE) throw new Error('it is too large');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}
