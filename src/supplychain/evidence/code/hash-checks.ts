import type { SourceModel } from '../../../source/model';
import type { Observation } from '../observation';

const SHA256 =
  /^(?:hashlib\.(?:sha256|file_digest)|crypto\.(?:default\.)?createHash|node:crypto\.(?:default\.)?createHash)$/u;
const FETCHES =
  /(?:^|\.)(?:urlretrieve|urlopen|hf_hub_download|snapshot_download|load_state_dict_from_url|download_file|get|fetch|download)$/u;

/** Code that fetches something and computes a SHA-256 while a hash is written beside it. */
export function hashChecks(model: SourceModel): readonly Observation[] {
  const hashing = model.calls.find(({ names }) => names.some((name) => SHA256.test(name)));
  const fetching = hashing && model.calls.some(({ names }) => names.some((name) => FETCHES.test(name)));
  const written =
    fetching && model.strings.find(({ value }) => /^(?:sha256:)?[0-9a-f]{64}$/u.test(value ?? ''));
  if (!written) return [];
  return [
    {
      evidence: 'EV-HASHCHECK',
      holds: true,
      detail: 'what is fetched is compared with the hash that is written here',
      range: written.range,
    },
  ];
}
