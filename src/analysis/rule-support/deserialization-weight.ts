import type { Call } from '../../source/expression';
import type { Report, RuleContext } from '../rule';
import { asksForConsent } from './caller-consent';
import type { DataSource } from './data-source';
import { isCertain, type UnsafeReason } from './deserialization-verdict';
import { isPackedByItself } from './packed-by-itself';
import { computesHashes } from './program-traits';

/**
 * How heavy the unsafe reading of some data is: an error for data from the network, unless the file computes hashes; information where the
 * reason is not certain, for the program's own files and processes, where the caller was asked for consent, and where the file
 * computes hashes and so may have checked what it reads.
 */
export function deserializationWeight(
  source: DataSource,
  reason: UnsafeReason,
  call: Call,
  { model }: RuleContext,
): Pick<Report, 'severity' | 'confidence'> {
  if (!isCertain(reason) || call.nameConfidence === 'probable') {
    return { confidence: 'probable' };
  }
  if (source === 'network') return computesHashes(model) ? {} : { severity: 'error' };
  const isOwn = source !== 'unknown' || isPackedByItself(call, model);
  if (isOwn || asksForConsent(call, model) || computesHashes(model)) return { confidence: 'probable' };
  return {};
}
