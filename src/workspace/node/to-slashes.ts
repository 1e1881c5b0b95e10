import { sep } from 'node:path';

/** A path of this system with `/`, as the engine has them. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
