import type { Call } from '../../source/expression';

const OWN = /^<local>\.\w+(?:\(\))?(?:\.\w+)?$/u;

/**
 * Whether a call is of a function of this file, or of a method of one of its classes: such code is looked into. What an object of this
 * file holds (`self.llm.invoke`) is not.
 */
export function isOwnCode({ names }: Call): boolean {
  return names.some((name) => OWN.test(name));
}
