import { createColors } from 'picocolors';
import type { SignatureProblem, SigningMethod, Verification } from '../../models/signing/verification';
import { oneLine } from '../one-line';
import { sizeText } from '../size-text';
import { signedBy } from './signed-by';
import type { VerifiedModel } from './signature-report';

const MAX_PROBLEMS = 50;

const OUTCOMES: Readonly<Record<Verification['outcome'], string>> = {
  verified: 'Verified. It is what was signed.',
  failed: 'Not verified. Do not use it as if it were signed.',
  impossible: 'Could not be verified.',
};

const OPTIONS: Readonly<Record<SigningMethod, string>> = {
  key: 'Give it with --key FILE.',
  certificate: 'Give them with --certificate-chain FILE.',
  sigstore: 'Give both with --identity and --issuer.',
};

/** The report for people. */
export function textSignatureReport(model: VerifiedModel, color: boolean): string {
  const { path, signature, policy, verification } = model;
  const { outcome, signer, notes } = verification;
  const colors = createColors(color);
  const paint = { verified: colors.green, failed: colors.red, impossible: colors.yellow }[outcome];
  const lines = [
    colors.bold(oneLine(path)),
    `  ${paint(OUTCOMES[outcome])}`,
    ...(signer ? [`  ${oneLine(signedBy(signer))}`] : []),
    ...(verification.files > 0 ? [`  ${contentText(verification)}`] : []),
    ...(signature === undefined ? [] : [`  Signature: ${oneLine(signature)}`]),
    ...(policy === undefined ? [] : [`  Policy: ${oneLine(policy)}`]),
    ...problemLines(verification).map((line) => `  ${line}`),
    ...(verification.needs === undefined ? [] : [`  ${OPTIONS[verification.needs]}`]),
    ...(signature === undefined ? ['  Name it with --signature when it lies elsewhere.'] : []),
    ...notes.map((note) => `  Note: ${oneLine(note)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function contentText({ files, bytes, outcome }: Verification): string {
  const count = `${files} ${files === 1 ? 'file' : 'files'}, ${sizeText(bytes)}`;
  return outcome === 'verified' ? `${count}.` : `As signed: ${count}.`;
}

function problemLines({ problems, moreProblems }: Verification): readonly string[] {
  const shown = problems.slice(0, MAX_PROBLEMS).map(problemLine);
  const hidden = problems.length - shown.length + moreProblems;
  return hidden > 0 ? [...shown, `… and ${hidden} more`] : shown;
}

function problemLine({ file, message }: SignatureProblem): string {
  return oneLine(file === undefined ? message : `${file}: ${message}`);
}
