// The job of docs/ci/gitlab.yml. Everything comes by environment variables; see there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsOf, scanChange } from './scan-change.mjs';

const { env } = process;
const folder = mkdtempSync(join(tmpdir(), 'mlsecops-'));

try {
  process.exitCode = scanChange({
    paths: pathsOf(env.MLSECOPS_PATHS),
    options: env.MLSECOPS_PRESET ? ['--preset', env.MLSECOPS_PRESET] : [],
    failOn: env.MLSECOPS_FAIL_ON,
    sarif: 'mlsecops.sarif',
    base: env.MLSECOPS_BASE,
    summary: 'mlsecops-summary.md',
    folder,
  });
} catch (error) {
  console.error(`mlsecops: ${error.message}`);
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
