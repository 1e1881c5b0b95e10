import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemReason } from '../workspace/node/system-reason';
import { toSlashes } from '../workspace/node/to-slashes';
import { CliError } from './cli-error';
import type { CliEnvironment } from './environment';

/** @throws CliError when the file cannot be read */
export function readInput(environment: CliEnvironment, path: string): string {
  try {
    return readFileSync(resolve(environment.workingFolder, path), 'utf8');
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${systemReason(error)}`);
  }
}

/** The file a path on the command line means, absolute. @throws CliError when there is none */
export function resolveInput(environment: CliEnvironment, path: string): string {
  try {
    return toSlashes(realpathSync(resolve(environment.workingFolder, path)));
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${systemReason(error)}`);
  }
}

/** @throws CliError when the file cannot be written */
export function writeOutput(environment: CliEnvironment, path: string, text: string): void {
  try {
    writeFileSync(resolve(environment.workingFolder, path), text);
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${systemReason(error)}`);
  }
}
