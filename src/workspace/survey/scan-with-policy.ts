import { unreadResult, type FileResult } from '../file-analysis/file-result';
import { scan, type ScanSummary } from '../scan';
import { policyFindings, type PolicyInput } from './policy-findings';
import { survey, type Survey, type SurveyRequest } from './survey';

/** A scan, and the policy of the project where it has one. */
export interface PolicyScanRequest extends SurveyRequest {
  readonly policy: PolicyInput['policy'] | undefined;
  readonly today: string;
}

/** Scans, and holds what is found against the policy of the project. Without one that costs nothing. */
export async function scanWithPolicy(request: PolicyScanRequest): Promise<ScanSummary> {
  return request.policy ? (await surveyWithPolicy(request)).summary : scan(request);
}

/** Surveys, and holds what is found against the policy of the project where it has one. */
export async function surveyWithPolicy(request: PolicyScanRequest): Promise<Survey> {
  const made = await survey(request);
  const { policy, configuration, today } = request;
  if (!policy) return made;
  const { summary, inventory, facts: files } = made;
  return { ...made, summary: withPolicy(summary, { policy, inventory, files, configuration, today }) };
}

/** A scan with what does not keep to the policy among its findings. */
function withPolicy(summary: ScanSummary, input: PolicyInput): ScanSummary {
  const results = new Map(summary.results.map((result) => [result.path, result]));
  for (const [path, found] of policyFindings(input)) {
    const known: FileResult = results.get(path) ?? unreadResult(path, 0);
    results.set(path, { ...known, findings: [...known.findings, ...found] });
  }
  const sorted = [...results.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...summary, results: sorted };
}
