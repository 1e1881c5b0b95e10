import { hubReference } from '../../../analysis/rule-support/hub-reference';
import type { JoinedPart, JOINS } from '../sighting';

/** The model of a hub that a card or a configuration names as the one it was made from; none for paths of somebody's machine. */
export function namedBase(text: string | undefined, join: (typeof JOINS)[number]): readonly JoinedPart[] {
  const name = text?.replace(/^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\//u, '');
  const reference = name === undefined ? undefined : hubReference(name, 'huggingface', 'model');
  return reference ? [{ join, kind: 'model', name: reference.subject, origin: 'huggingface' }] : [];
}
