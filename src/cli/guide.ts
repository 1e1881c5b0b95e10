import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from '../catalog/catalog';
import { guideOf } from '../catalog/entries';
import { readGuide } from '../catalog/read-guide';

/**
 * The guide that lies beside the command.
 *
 * @throws Error when the file is missing or of another version: the installation is broken
 */
export async function loadGuide(): Promise<Guide> {
  return guideOf(readGuide(await readFile(join(__dirname, 'catalog.json'), 'utf8')));
}
