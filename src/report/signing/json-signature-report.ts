import type { VerifiedModel } from './signature-report';

/** The report for programs. Fields are added, never changed, while `version` stays. */
export function jsonSignatureReport(
  { path, signature, policy, verification }: VerifiedModel,
  toolVersion: string,
): string {
  const report = {
    version: 1,
    tool: { name: 'mlsecops-lens', version: toolVersion },
    path,
    ...(signature === undefined ? {} : { signature }),
    ...(policy === undefined ? {} : { policy }),
    ...verification,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
