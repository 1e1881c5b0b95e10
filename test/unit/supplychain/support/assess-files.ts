import { compiledCatalog } from '../../../../scripts/catalog/compiled-catalog';
import type { Guide } from '../../../../src/catalog/catalog';
import type { Assessment } from '../../../../src/supplychain/maturity/assessment';
import type { Attestation } from '../../../../src/supplychain/maturity/attestation';
import { assessSurvey } from '../../../../src/workspace/survey/assess-survey';
import { surveyFiles, type Files } from './survey-files';

export const GUIDE: Guide = compiledCatalog();

/** How far a workspace with these files has come. */
export async function assessFiles(
  files: Files,
  attestations: readonly Attestation[] = [],
  today = '2026-11-23',
): Promise<Assessment> {
  return assessSurvey(await surveyFiles(files), { attestations, guide: GUIDE, today });
}
