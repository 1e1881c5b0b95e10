import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../analysis/configuration/configuration';
import { cacheFolder } from './cache-folder';
import { contentHash } from './content-hash';

/** Where a cache is and which engine and configuration it belongs to. */
export interface CacheLocation {
  readonly file: string;
  readonly identity: string;
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
      identity: contentHash(readFileSync(engine), settings),
    };
  } catch {
    return undefined;
  }
}
