import { hubReference } from '../../../analysis/rule-support/hub-reference';
import { revisionKind } from '../../../analysis/rule-support/revision';
import type { TextRange } from '../../../source/range';
import type { Sighting } from '../sighting';

type Place = Pick<Sighting, 'range' | 'via'>;

/** What a setting names on the hub. Only `owner/name`: a single word may be anything. */
export function onHub(
  kind: 'model' | 'dataset',
  text: string,
  revision: string | undefined,
  place: Place,
): readonly Sighting[] {
  const reference = text.includes('/') ? hubReference(text, 'huggingface', kind) : undefined;
  if (!reference) return [];
  const version = reference.revision ?? revision;
  const isPinned = version !== undefined && revisionKind(version) === 'commit';
  return [
    {
      kind,
      name: reference.subject,
      origin: 'huggingface',
      ...(version === undefined ? {} : { version }),
      pinning: isPinned ? 'pinned' : 'mutable',
      ...place,
    },
  ];
}

/** Where KServe takes a model from: https://kserve.github.io/website/docs/model-serving/storage/overview. */
export function stored(text: string, range: TextRange, via: string): readonly Sighting[] {
  const [, hub, revision] = /^hf:\/\/([\w.-]+\/[\w.-]+)(?::([\w.-]+))?$/u.exec(text) ?? [];
  if (hub !== undefined) return onHub('model', hub, revision, { range, via });
  const [, scheme] = /^(s3|gs|gcs|https?|pvc|azure|oci|hdfs):\/\/\S+$/u.exec(text) ?? [];
  return scheme === undefined
    ? []
    : [
        {
          kind: 'model',
          name: text,
          origin: scheme,
          pinning: text.includes('@sha256:') ? 'pinned' : 'mutable',
          via,
          range,
        },
      ];
}
