import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from '../../analysis/configuration/configuration';
import { cacheFolder } from './cache-folder';
import { contentHash } from './content-hash';
import { INSPECTOR_BUNDLE } from './inspector-bundle';
import { LANGUAGES_BUNDLE } from './languages-bundle';

/** Where a cache is and which engine and configuration it belongs to. */
export interface CacheLocation {
  readonly file: string;
  readonly identity: string;
}

/** What is loaded when it is needed is a part of the engine too; a build for a test may have none. */
function bundlesBeside(engine: string): (Uint8Array | string)[] {
  return [LANGUAGES_BUNDLE, INSPECTOR_BUNDLE].map((name) => {
    const file = join(dirname(engine), name);
    return existsSync(file) ? readFileSync(file) : '';
  });
}

/**
 * The cache of one workspace for one build of the engine.
 *
 * @param engine script that holds engine, rules and catalog: any change to them is another engine
 */
export function cacheLocation(
  root: string,
  engine: string,
  configuration: Configuration,
): CacheLocation | undefined {
  try {
    const settings = JSON.stringify({ ...configuration, rules: [...configuration.rules] });
    return {
      file: join(cacheFolder(), `${contentHash(root).slice(0, 32)}.cache`),
      identity: contentHash(readFileSync(engine), ...bundlesBeside(engine), settings),
    };
  } catch {
    return undefined;
  }
}
