// A named import lets the bundler leave the rest of the manifest out.
import { version } from '../../package.json';

export function toolVersion(): string {
  return version;
}
