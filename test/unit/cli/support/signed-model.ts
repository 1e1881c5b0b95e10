import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { keyPair, pemOf } from '../../../support/signing/certificates';
import { bundleOf, resourcesOf, statementOf } from '../../../support/signing/oms';
import { cli, type CliRun } from './run-cli';

export const FILES = { 'config.json': '{}\n', 'sub/weights.bin': 'w'.repeat(100) };
export const key = keyPair();
export const statement = statementOf(resourcesOf(FILES));
const SIGNED = JSON.stringify(bundleOf({ statement, key }));

/** A folder with a signed model in `models/prod` and the key in `release.pub`, new for each test and gone after it. */
export class SignedModel {
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'mlsecops-verify-'));
      this.write({ 'model.sig': SIGNED, ...FILES }, 'models/prod');
      this.write({ 'release.pub': pemOf(key), 'other.pub': pemOf(keyPair()) });
    });
    afterEach(() => {
      rmSync(this.folder, { recursive: true });
    });
  }

  write(files: Readonly<Record<string, string>>, below = ''): void {
    for (const [path, content] of Object.entries(files)) {
      const place = join(this.folder, below, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  }

  verify(...parameters: readonly string[]): Promise<CliRun> {
    return cli(this.folder, ['verify', ...parameters]);
  }

  byKey(...parameters: readonly string[]): Promise<CliRun> {
    return this.verify('models/prod', '--key', 'release.pub', ...parameters);
  }
}
