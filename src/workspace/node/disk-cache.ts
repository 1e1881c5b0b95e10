import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeptOutcome, KnownFile, ResultStore } from '../cache/result-store';
import { unreadResult } from '../file-analysis/file-result';
import type { CacheLocation } from './cache-location';
import { contentHash } from './content-hash';

/** A cache file that has grown over this is not read; outcomes over half of it are not kept. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;
const DIGEST_LENGTH = contentHash('').length;

/** A file of the workspace as JSON: path, digest of its content, and what the file system said of it. */
type FileLine = readonly [path: string, content: string, size?: number, modified?: number, changed?: number];

interface CacheHead {
  readonly identity: string;
  readonly files: readonly FileLine[];
}

/**
 * Outcomes on disk: the digest of the rest, a line of JSON about the files, then a line for each outcome: its key and JSON, or the
 * size of a file in which nothing is. A line is taken apart when it is asked for. What is damaged or of another engine counts as
 * empty.
 */
export class DiskCache implements ResultStore {
  private readonly files: Map<string, KnownFile>;
  /** Lines by their keys, those that were of use last at the end. */
  private readonly lines: Map<string, string>;
  private isChanged = false;

  constructor(private readonly location: CacheLocation) {
    const { files, lines } = readCache(location);
    this.files = files;
    this.lines = lines;
  }

  file(path: string): KnownFile | undefined {
    return this.files.get(path);
  }

  setFile(path: string, known: KnownFile): void {
    this.files.set(path, known);
    this.isChanged = true;
  }

  get(path: string, key: string): KeptOutcome | undefined {
    const line = this.lines.get(key);
    if (line === undefined) return undefined;
    this.lines.delete(key);
    this.lines.set(key, line);
    if (!line.startsWith('{'))
      return { outcome: { kind: 'result', result: unreadResult(path, Number(line)) }, lookups: [] };
    // The digest of the file shows that a build with the same identity wrote it, so the shape is its own.
    return JSON.parse(line) as KeptOutcome;
  }

  set(key: string, kept: KeptOutcome): void {
    const { outcome } = kept;
    const isUnread = outcome.kind === 'result' && !outcome.result.analyzed;
    this.lines.set(key, isUnread ? String(outcome.result.size) : JSON.stringify(kept));
    this.isChanged = true;
  }

  /** Writes what is new, without the oldest outcomes when not all fit. A disk that refuses is no error: it is a cache. */
  save(): void {
    if (!this.isChanged) return;
    this.isChanged = false;
    const kept: string[] = [];
    let size = 0;
    for (const [key, line] of [...this.lines].reverse()) {
      size += key.length + line.length + 2;
      if (size > MAXIMUM_BYTES / 2) break;
      kept.push(`${key} ${line}`);
    }
    const head: CacheHead = {
      identity: this.location.identity,
      files: [...this.files].flatMap(([path, { content, state }]): readonly FileLine[] => {
        if (!this.lines.has(content)) return [];
        return [state ? [path, content, state.size, state.modified, state.changed] : [path, content]];
      }),
    };
    const body = Buffer.from([JSON.stringify(head), ...kept.reverse()].join('\n'));
    writeWhole(this.location.file, Buffer.concat([Buffer.from(contentHash(body)), body]));
  }
}

function readCache({ file, identity }: CacheLocation): {
  readonly files: Map<string, KnownFile>;
  readonly lines: Map<string, string>;
} {
  const empty = { files: new Map<string, KnownFile>(), lines: new Map<string, string>() };
  try {
    if (statSync(file).size > MAXIMUM_BYTES) return empty;
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST_LENGTH);
    if (contentHash(body) !== bytes.toString('latin1', 0, DIGEST_LENGTH)) return empty;
    const [first = '', ...rest] = body.toString('utf8').split('\n');
    // As above: the digest vouches for the shape.
    const head = JSON.parse(first) as CacheHead;
    if (head.identity !== identity) return empty;
    for (const [path, content, size, modified = 0, changed = 0] of head.files)
      empty.files.set(path, {
        content,
        state: size === undefined ? undefined : { size, modified, changed },
      });
    for (const line of rest) {
      const end = line.indexOf(' ');
      empty.lines.set(line.slice(0, end), line.slice(end + 1));
    }
    return empty;
  } catch {
    return { files: new Map(), lines: new Map() };
  }
}

/** Replaces a file in one step, so that no reader sees half of it. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, bytes, { mode: 0o600 });
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
