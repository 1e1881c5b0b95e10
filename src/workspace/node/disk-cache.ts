import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from '../../analysis/configuration/configuration';
import type { CachedResult, ResultCache } from '../cache/result-cache';
import { cacheFolder } from './cache-folder';
import { contentHash } from './content-hash';

/** A cache file that has grown over this is not read; entries over it are not kept. */
const MAXIMUM_BYTES = 32 * 1024 * 1024;
const DIGEST_LENGTH = 64;

/** Where a cache is and which engine and configuration it belongs to. Plain data: it goes to workers. */
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

/** Results on disk: the digest of the rest, then JSON. What is damaged or of another engine counts as empty. */
export class DiskCache implements ResultCache {
  private readonly entries: Map<string, CachedResult>;
  /** Entries that are new since the last call of {@link takeNew}. */
  private added: [string, CachedResult][] = [];

  constructor(private readonly location: CacheLocation) {
    this.entries = readEntries(location);
  }

  key(path: string, content: Uint8Array, circumstances = ''): string {
    return circumstances === '' ? contentHash(path, content) : contentHash(path, content, circumstances);
  }

  get(key: string): CachedResult | undefined {
    return this.entries.get(key);
  }

  set(key: string, result: CachedResult): void {
    this.entries.set(key, result);
    this.added.push([key, result]);
  }

  takeNew(): readonly (readonly [string, CachedResult])[] {
    const { added } = this;
    this.added = [];
    return added;
  }

  /** Writes the cache, the newest entries first in line when not all fit. A disk that refuses is no error: it is a cache. */
  save(): void {
    const kept: string[] = [];
    let size = 0;
    for (const entry of [...this.entries].reverse()) {
      const text = JSON.stringify(entry);
      size += text.length + 1;
      if (size > MAXIMUM_BYTES / 2) break;
      kept.push(text);
    }
    const body = `{"identity":${JSON.stringify(this.location.identity)},"entries":[${kept.reverse().join(',')}]}`;
    writeWhole(this.location.file, contentHash(body) + body);
  }
}

function readEntries({ file, identity }: CacheLocation): Map<string, CachedResult> {
  try {
    if (statSync(file).size > MAXIMUM_BYTES) return new Map();
    const text = readFileSync(file, 'utf8');
    const body = text.slice(DIGEST_LENGTH);
    if (contentHash(body) !== text.slice(0, DIGEST_LENGTH)) return new Map();
    // The digest shows that these are the bytes a build with this identity wrote, so the shape is its own.
    const cache = JSON.parse(body) as { identity: string; entries: [string, CachedResult][] };
    return new Map(cache.identity === identity ? cache.entries : []);
  } catch {
    return new Map();
  }
}

/** Replaces a file in one step, so that no reader sees half of it. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    removeIfThere(draft);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder is no folder, or may not be written to: then there is nothing to remove.
  }
}
