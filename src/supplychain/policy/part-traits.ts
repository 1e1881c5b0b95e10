import type { Part } from '../inventory/part';
import type { PartKind } from '../inventory/part-kind';

/** Kinds whose bytes are taken from somewhere: what a policy says of sources, organisations and licenses is about these. */
const TAKEN: readonly PartKind[] = ['model', 'adapter', 'tokenizer', 'embedding-model', 'dataset'];

/** Kinds that are files somebody could sign or scan. */
export const FILE_KINDS: readonly PartKind[] = [...TAKEN, 'image'];

/** Whether a part is taken from outside of the workspace. */
export function isTaken({ kind, origin, openness }: Part): boolean {
  return TAKEN.includes(kind) && !isHere(origin) && openness.value !== 'closed-service';
}

/** Whether a part is something that a license of models or data is about, wherever it lies. */
export function isLicensed({ kind, openness }: Part): boolean {
  return TAKEN.includes(kind) && openness.value !== 'closed-service';
}

/** Whether a part is a model that is asked over a network. */
export function isAsked({ kind, openness }: Part): boolean {
  return kind === 'hosted-model' || openness.value === 'closed-service';
}

/** Names under which a policy can know the source of a part: the hub, and the host of its address. None when it is not known. */
export function sourcesOf({ origin, said, name }: Part): readonly string[] {
  const host = hostOf(said.address ?? name);
  return [...(isUnknown(origin) ? [] : [origin]), ...(host === undefined ? [] : [host])];
}

/** Who a part on a hub belongs to; undefined where its name does not say. */
export function organizationOf({ name }: Part): string | undefined {
  if (name.includes('://')) return undefined;
  const at = name.indexOf('/');
  return at > 0 ? name.slice(0, at) : undefined;
}

/** Names under which a policy can know who runs a hosted model. */
export function providersOf({ provider, origin }: Part): readonly string[] {
  return [
    ...(provider === undefined ? [] : [provider]),
    ...(isUnknown(origin) || isHere(origin) ? [] : [origin]),
  ];
}

function hostOf(address: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(address)?.[1];
}

function isHere(origin: string): boolean {
  return origin === 'local';
}

function isUnknown(origin: string): boolean {
  return origin === '' || origin === 'unknown';
}
