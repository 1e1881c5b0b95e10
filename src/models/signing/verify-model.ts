import { preAuthenticationEncoding } from './bundle/dsse';
import { readBundle, type Bundle } from './bundle/read-bundle';
import { readDetachedSignature } from './bundle/detached-signature';
import { checkDigests } from './files/check-digests';
import { listFiles } from './files/list-files';
import { Exclusions } from './manifest/exclusions';
import { manifestOf, ONLY_FILE, type Manifest } from './manifest/manifest';
import { readStatement, STATEMENT_TYPE } from './manifest/statement';
import type { Found } from './found';
import { cannotTell, MethodNeeded, SignatureError } from './signature-error';
import { verifySignature } from './trust/verify-signature';
import type { Trust } from './trust/trust';
import type { SignatureProblem, Verification } from './verification';
import type { VerificationRequest } from './verification-request';
import { verifyDetached, verifyFile } from './verify-file';

const MAX_PROBLEMS = 1000;

/**
 * Verifies that a model is what was signed, by whom the user trusts: first the signature, then what it says, then every
 * file. Never throws for anything that the signature or the model holds.
 *
 * @throws the reason of `signal` when it stops the verification
 */
export async function verifyModel(request: VerificationRequest): Promise<Verification> {
  const found: Found = { problems: [], notes: [], files: 0, bytes: 0 };
  try {
    await verify(request, found);
  } catch (error) {
    request.signal.throwIfAborted();
    found.problems.push(problemOf(error));
    if (error instanceof MethodNeeded) found.needs = error.needs;
    found.outcome = error instanceof SignatureError ? error.outcome : 'impossible';
  }
  return verificationOf(found);
}

async function verify(request: VerificationRequest, found: Found): Promise<void> {
  const { signature, trust } = request;
  const detached = readDetachedSignature(signature);
  if (detached) return verifyDetached(detached, request, found);
  const bundle = readBundle(signature);
  if (!trust) throw new MethodNeeded(bundle.material.method);
  if (bundle.content.kind === 'file') return verifyFile(bundle, bundle.content, request, trust, found);
  const payload = await verifiedPayload(bundle, trust, request, found);
  const manifest = await manifestOf(readStatement(payload));
  await verifyFiles(manifest, request, found);
}

async function verifiedPayload(
  bundle: Bundle,
  trust: Trust,
  { now }: VerificationRequest,
  found: Found,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bundle.content.kind !== 'statement') throw new Error('not a statement');
  const { payload, payloadType } = bundle.content;
  if (payloadType !== STATEMENT_TYPE) {
    throw new SignatureError(
      'format',
      `What is signed is of the type ${JSON.stringify(payloadType)}, not a statement.`,
    );
  }
  found.signer = await verifySignature(bundle, preAuthenticationEncoding(payloadType, payload), trust, now);
  return payload;
}

async function verifyFiles(
  manifest: Manifest,
  { files, ignore = [], signaturePath, signal, onProgress = () => undefined }: VerificationRequest,
  found: Found,
): Promise<void> {
  if (!files.algorithms.has(manifest.algorithm)) {
    throw cannotTell(
      'unsupported',
      `The files were hashed with ${manifest.algorithm}, which cannot be computed here.`,
    );
  }
  const paths: (readonly [string, string])[] = [];
  if (files.onlyFile !== undefined) {
    const name = nameOf(files.onlyFile, manifest);
    if (name === undefined) {
      found.problems.push({ kind: 'extra-file', message: 'It is not signed.', file: files.onlyFile });
    } else paths.push([name, files.onlyFile]);
    if (manifest.files.size > 1)
      found.notes.push('The signature is of a folder; only this file was checked.');
  } else {
    const own = signaturePath === undefined ? [] : [signaturePath];
    const exclusions = new Exclusions([...manifest.ignored, ...own, ...ignore]);
    const listed = await listFiles(manifest, files, exclusions, signal);
    found.problems.push(...listed.problems);
    paths.push(...listed.signed.map((path) => [path, path] as const));
    found.problems.push(...missingFiles(manifest, listed.signed, listed.problems));
    noteIgnored(manifest, signaturePath, found);
  }
  const checked = await checkDigests(paths, manifest, files, signal, onProgress);
  found.problems.push(...checked.problems);
  found.files = checked.files;
  found.bytes = checked.bytes;
}

function nameOf(onlyFile: string, { files }: Manifest): string | undefined {
  if (files.has(onlyFile)) return onlyFile;
  return files.has(ONLY_FILE) ? ONLY_FILE : undefined;
}

function missingFiles(
  { files }: Manifest,
  there: readonly string[],
  problems: readonly SignatureProblem[],
): readonly SignatureProblem[] {
  const seen = new Set([...there, ...problems.map(({ file }) => file)]);
  return [...files.keys()]
    .filter((path) => !seen.has(path))
    .map((path) => ({ kind: 'missing-file', message: 'It was signed and is not there.', file: path }));
}

/** What the signer left out can hold anything: a reader should see it. The usual names say nothing. */
function noteIgnored({ ignored }: Manifest, signaturePath: string | undefined, { notes }: Found): void {
  const usual = new Set(['.git', '.gitignore', '.gitattributes', '.github', 'model.sig', signaturePath]);
  const paths = ignored.filter((path) => !usual.has(path)).map((path) => JSON.stringify(path));
  const shown = paths.slice(0, 10).join(', ') + (paths.length > 10 ? ' and more' : '');
  if (paths.length > 0) notes.push(`The signer left out ${shown}: what lies there is not signed.`);
}

function problemOf(error: unknown): SignatureProblem {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof SignatureError
    ? { kind: error.kind, message }
    : { kind: 'unreadable-file', message: `The model cannot be read: ${message}.` };
}

function verificationOf({ outcome, problems, ...rest }: Found): Verification {
  const found = problems.some(({ kind }) => kind !== 'unreadable-file') ? 'failed' : 'impossible';
  return {
    ...rest,
    outcome: outcome ?? (problems.length === 0 ? 'verified' : found),
    problems: [...problems].sort((a, b) => compare(a.file ?? '', b.file ?? '')).slice(0, MAX_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MAX_PROBLEMS),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
