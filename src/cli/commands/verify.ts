import type { Verification } from '../../models/signing/verification';
import { jsonSignatureReport } from '../../report/signing/json-signature-report';
import { textSignatureReport } from '../../report/signing/text-signature-report';
import { sizeText } from '../../report/size-text';
import { findSignature, modelAt } from '../../workspace/node/signing/model-place';
import { trustOfPolicy } from '../../workspace/node/signing/policy-trust';
import { SigningInputError } from '../../workspace/node/signing/signing-input';
import { signingPolicy } from '../../workspace/node/signing/signing-policy';
import { verifyPlace, type PlaceRequest } from '../../workspace/node/signing/verify-place';
import { CliError } from '../cli-error';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { Progress } from '../progress';
import { toolVersion } from '../tool-version';
import { writeAll } from '../write-all';
import { trustOf, type TrustOptions } from './verify-trust';

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
  const signal = environment.interruption();
  try {
    return await verify(path, options, environment, signal);
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    if (error instanceof SigningInputError) throw new CliError(error.message);
    throw error;
  }
}

async function verify(
  path: string,
  options: VerifyOptions,
  environment: CliEnvironment,
  signal: AbortSignal,
): Promise<number> {
  const { workingFolder } = environment;
  const place = modelAt(workingFolder, path);
  const given = trustOf(options, workingFolder);
  const policy = given ? undefined : await signingPolicy(place.path, place.isFolder);
  const trust = given ?? (policy && trustOfPolicy(policy));
  const signature = options.signature ?? findSignature(workingFolder, place);
  const verification = await withProgress(environment, {
    place,
    signature,
    workingFolder,
    trust,
    isDemanded: policy !== undefined,
    ...(options.ignore ? { ignore: options.ignore } : {}),
    signal,
  });
  const report = { path, signature, policy: policy?.file, verification };
  const color = wantsColor(environment.output, environment.variables);
  await writeAll(
    environment.output.stream,
    options.format === 'json'
      ? jsonSignatureReport(report, toolVersion())
      : textSignatureReport(report, color),
  );
  return { verified: EXIT.clean, failed: EXIT.findings, impossible: EXIT.failed }[verification.outcome];
}

async function withProgress({ errors }: CliEnvironment, request: PlaceRequest): Promise<Verification> {
  const progress = new Progress(errors);
  try {
    return await verifyPlace({
      ...request,
      onProgress: ({ filesDone, filesTotal, bytesDone }) => {
        progress.showLine(`Verifying ${filesDone} of ${filesTotal} files, ${sizeText(bytesDone)}`);
      },
    });
  } finally {
    progress.clear();
  }
}
