import type { Guide } from '../../catalog/catalog';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import { UnknownIdError } from './unknown-id';

/** The short names people type. */
const SHORT: Readonly<Record<string, string>> = { ml: 'mlsecops', llm: 'llmsecops' };

/** @throws UnknownIdError when neither an id nor a short name of a lifecycle is given */
export function findLifecycle(guide: Guide, name: string): Lifecycle {
  const found = guide.lifecycles.get(name) ?? guide.lifecycles.get(SHORT[name] ?? name);
  if (!found)
    throw new UnknownIdError('lifecycle', name, [...guide.lifecycles.keys(), ...Object.keys(SHORT)]);
  return found;
}
