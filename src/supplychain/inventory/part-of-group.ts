import type { KnownParts } from '../openness/known-parts';
import { opennessOf } from '../openness/openness-of';
import type { Group } from './family';
import type { Part, Reasoned } from './part';
import { pinningReason } from './pinning-reason';
import { packageUrl } from './purl';
import type { Pinning, SaidOfPart } from './sighting';

/** What weighs most where places differ: that something moves. */
const PINNING_ORDER: readonly Pinning[] = ['mutable', 'unknown', 'pinned', 'own'];
const VERDICTS = ['malicious', 'suspicious', 'incomplete', 'safe'] as const;

/** The part that sightings of one thing at one version make; undefined for none. */
export function partOfGroup({ kind, version, sightings }: Group, known: KnownParts): Part | undefined {
  const firm = sightings.filter(({ vague }) => !vague);
  const [first] = firm.length > 0 ? firm : sightings;
  if (!first) return undefined;
  const { name, origin } = first;
  const said = saidOf(sightings.map((one) => one.said ?? {}));
  const exact = firm.some(({ pinning, version: own }) => pinning === 'pinned' && own === version);
  const pinning =
    kind === 'library' && exact
      ? 'pinned'
      : strongest((firm.length > 0 ? firm : sightings).map((one) => one.pinning));
  const { openness, provider, license } = opennessOf({ kind, name, origin, said }, known);
  const purl = packageUrl({ kind, name, origin, ...(version === undefined ? {} : { version }) });
  const stated = said.license ?? license;
  return {
    id: `${kind}:${origin}/${name}${version === undefined ? '' : `@${version}`}`,
    kind,
    name,
    origin,
    ...(version === undefined ? {} : { version }),
    pinning: { value: pinning, reason: pinningReason(pinning, { kind, origin, version, via: first.via }) },
    openness,
    signed: signedOf(kind, origin, said),
    scanned: scannedOf(origin, said),
    said,
    ...(provider === undefined ? {} : { provider }),
    ...(stated === undefined ? {} : { license: stated }),
    ...(purl === undefined ? {} : { purl }),
    stages: stagesOf(sightings),
    uses: sightings.map(({ path, location, via }) => ({ path, location, via })),
  };
}

function strongest(all: readonly Pinning[]): Pinning {
  return PINNING_ORDER.find((one) => all.includes(one)) ?? 'unknown';
}

/** What all places say together: the first text, every name of a list. */
function saidOf(all: readonly SaidOfPart[]): SaidOfPart {
  let joined: SaidOfPart = {};
  for (const one of all) {
    const lists = (['baseModels', 'datasets', 'collections', 'languages'] as const).flatMap((key) => {
      const names = [...new Set([...(joined[key] ?? []), ...(one[key] ?? [])])];
      return names.length > 0 ? [[key, names] as const] : [];
    });
    joined = { ...one, ...joined, ...Object.fromEntries(lists) };
  }
  return joined;
}

function signedOf(kind: Group['kind'], origin: string, { signature, format }: SaidOfPart): Part['signed'] {
  if (signature !== undefined) {
    return { value: 'present', reason: `A signature lies with it (${signature}); it was not verified here.` };
  }
  if (origin === 'local' && format !== undefined)
    return { value: 'none', reason: 'No signature lies beside the file.' };
  const isFetched = kind === 'model' || kind === 'adapter' || kind === 'image' || kind === 'embedding-model';
  return {
    value: 'unknown',
    reason: isFetched ? unseenReason(origin) : 'Parts of this kind are not signed by themselves.',
  };
}

/** Why nothing is known of the signature of a part whose file cannot be looked at. */
function unseenReason(origin: string): string {
  return origin === 'local'
    ? 'Its file is no part of the workspace: it is written when the program runs.'
    : 'It is not a file of this workspace, and nothing was looked up.';
}

function scannedOf(origin: string, { verdict }: SaidOfPart): Reasoned<Part['scanned']['value']> {
  const value = VERDICTS.find((one) => one === verdict);
  if (value) return { value, reason: SCANNED[value] };
  return {
    value: 'unknown',
    reason:
      origin === 'local' ? 'It is no file that the inspection reads.' : 'It is not a file of this workspace.',
  };
}

const SCANNED = {
  safe: 'The inspection of the file found nothing that runs when it is loaded.',
  suspicious: 'The inspection found something in the file that has to be explained.',
  malicious: 'The inspection found code in the file that does harm when it is loaded.',
  incomplete: 'The inspection could not look at all of the file.',
} as const;

/** The most used first, then in alphabetical order. */
function stagesOf(sightings: Group['sightings']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { stages } of sightings) {
    for (const [at, stage] of stages.slice(0, 3).entries())
      counts.set(stage, (counts.get(stage) ?? 0) + 1 / (at + 1));
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([stage]) => stage);
}
