import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError } from './cli-error';
import type { CliEnvironment } from './environment';
import { toSlashes } from './to-slashes';

/** @throws CliError when the file cannot be read */
export function readInput(environment: CliEnvironment, path: string): string {
  try {
    return readFileSync(resolve(environment.workingFolder, path), 'utf8');
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/** The file a path on the command line means, absolute. @throws CliError when there is none */
export function resolveInput(environment: CliEnvironment, path: string): string {
  try {
    return toSlashes(realpathSync(resolve(environment.workingFolder, path)));
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/** @throws CliError when the file cannot be written */
export function writeOutput(environment: CliEnvironment, path: string, text: string): void {
  try {
    writeFileSync(resolve(environment.workingFolder, path), text);
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'the link leads to itself',
};

/** Why a file operation failed, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (Object.hasOwn(REASONS, code)) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
