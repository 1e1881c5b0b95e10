import type { LocatedObservation } from '../../facts/located-facts';
import { onLine, type EvidenceText } from './placed-text';

const BILLS =
  /(?:^|\/)(?:[^/]+\.(?:cdx|spdx|bom|vex|openvex)\.(?:json|xml|ya?ml)|[^/]+\.spdx|[^/]*(?:sbom|aibom|ai-bom)[^/]*\.(?:json|xml)|bom\.(?:json|xml))$|(?:^|\/)\.openvex\/.+\.json$/iu;

/** Each kind of bill by what it must begin with, and what in it is evidence of more. */
const BILL =
  /"bomFormat"\s*:\s*"CycloneDX"|"spdxVersion"\s*:|^SPDXVersion:|"@context"\s*:\s*"https:\/\/spdx\.org\/rdf\/3|<bom\s[^>]*cyclonedx|^spdxVersion:/mu;
/** Something is listed in it. */
const LISTS =
  /"components"\s*:\s*\[\s*\{|"packages"\s*:\s*\[\s*\{|^PackageName:|"@graph"\s*:\s*\[\s*\{|<component\s|^packages:\s*\n\s*-/mu;
const MODELS =
  /"type"\s*:\s*"(?:machine-learning-model|data|ai_AIPackage|dataset_DatasetPackage)"|type="machine-learning-model"|pkg:(?:huggingface|mlflow)\//u;
const CARD = /"modelCard"\s*:\s*\{\s*"/u;
const VEX = /"@context"\s*:\s*"https:\/\/openvex\.dev\//u;
const STATEMENTS = /"statements"\s*:\s*\[\s*\{/u;
const ANALYSIS = /"analysis"\s*:\s*\{\s*"/u;

export function isBill(path: string): boolean {
  return BILLS.test(path);
}

/**
 * What a bill of materials is evidence of. Bills are often longer than what is read of a file, so that no JSON parser takes what there
 * is; the words looked for are keys with their values.
 */
export function billEvidence(file: EvidenceText): readonly LocatedObservation[] {
  const { text } = file;
  if (!isBill(file.path)) return [];
  if (VEX.test(text)) return STATEMENTS.test(text) ? [onLine('EV-VEX', 'statements of OpenVEX', file)] : [];
  if (!BILL.test(text) || !(LISTS.test(text) || ANALYSIS.test(text))) return [];
  const found: LocatedObservation[] = [];
  if (LISTS.test(text)) found.push(onLine('EV-SBOM', 'a bill of materials', file));
  const model = text.search(MODELS);
  if (model !== -1) found.push(onLine('EV-AIBOM', 'a bill of materials with models or data', file, model));
  const card = text.search(CARD);
  if (card !== -1) found.push(onLine('EV-MODELCARD', 'a model card in a bill of materials', file, card));
  const analysis = text.search(ANALYSIS);
  if (analysis !== -1 && /\.vex\.json$/iu.test(file.path))
    found.push(onLine('EV-VEX', 'analyses of flaws', file, analysis));
  return found;
}
