import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { NAMES_IN_FOLDER, namesBeside } from '../../../models/signing/signature-names';
import { systemReason } from '../system-reason';
import { toSlashes } from '../to-slashes';
import { SigningInputError } from './signing-input';

/** Where a model lies. All paths absolute, with `/` and without links. */
export interface ModelPlace {
  readonly path: string;
  readonly isFolder: boolean;
  /** The model's folder, or the one its only file lies in. */
  readonly folder: string;
  readonly onlyFile: string | undefined;
  /** The path as the user wrote it. */
  readonly written: string;
}

/** @throws SigningInputError when there is nothing at the path */
export function modelAt(workingFolder: string, written: string): ModelPlace {
  try {
    const path = toSlashes(realpathSync(resolve(workingFolder, written)));
    if (statSync(path).isDirectory())
      return { path, isFolder: true, folder: path, onlyFile: undefined, written };
    const folder = toSlashes(dirname(path));
    return { path, isFolder: false, folder, onlyFile: basename(path), written };
  } catch (error) {
    throw new SigningInputError(`cannot read ${written}: ${systemReason(error)}`);
  }
}

/**
 * The signature of a model: the first file that lies where signatures lie.
 *
 * @returns a path as the user would write it; undefined when there is none
 */
export function findSignature(workingFolder: string, { written, isFolder }: ModelPlace): string | undefined {
  const folder = isFolder ? written : dirname(written);
  const name = basename(resolve(workingFolder, written));
  const within = NAMES_IN_FOLDER.map((own) => join(folder, own));
  const beside = namesBeside(name).map((own) => join(isFolder ? join(written, '..') : folder, own));
  const places = isFolder ? [...within, ...beside] : [...beside, ...within];
  return places.find((place) => existsSync(resolve(workingFolder, place)));
}
