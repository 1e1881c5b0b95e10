import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownParts } from '../supplychain/openness/known-parts';
import { readKnownParts } from '../supplychain/openness/read-known-parts';

/**
 * What is publicly known of models, services and libraries, from the file that lies beside the command.
 *
 * @throws Error when the file is missing or of another version: the installation is broken
 */
export async function builtInKnownParts(): Promise<KnownParts> {
  const file = FILES.map((name) => join(__dirname, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error('known-parts.json is missing beside the command');
  return readKnownParts(await readFile(file, 'utf8'));
}

/** Where it lies: beside the built command, or where `catalog:compile` puts it. */
const FILES = ['known-parts.json', '../catalog/known-parts.generated.json'];
