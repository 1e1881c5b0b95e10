import { createRequire } from 'node:module';

/**
 * Loads a bundle that lies beside this one. It is the same file that a web worker imports, so it leaves what it holds in the global
 * scope.
 *
 * @param left gives what it leaves; undefined before it has run
 * @throws Error when there is no such bundle, or it is one of another version
 */
export function bundleBeside<T>(name: string, left: () => T | undefined): T {
  if (left() === undefined) createRequire(__filename)(`./${name}`);
  const found = left();
  if (found === undefined) throw new Error(`${name} is not of this version.`);
  return found;
}
