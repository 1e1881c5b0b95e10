import type { Api, ApiKind } from '../catalog/schema/api';
import type { NeededKind } from './rule';

/** The kinds by which rules ask for an API. */
export function neededKinds(api: Api): readonly NeededKind[] {
  if (api.is === 'execution-sink') return [api.is, `execution-sink:${api.sink}`];
  return api.is === 'risky-call' ? [api.is, `risky-call:${api.topic}`] : [api.is];
}

/** The kind of API that a part of a kind belongs to. */
export function plainKind(kind: NeededKind): ApiKind {
  const [plain = kind] = kind.split(':', 1);
  // What stands before the colon of a part is a kind, as the type says.
  return plain as ApiKind;
}
