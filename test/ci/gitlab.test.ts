import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import { ciFolder } from './support/ci-folder';
import { Repository } from './support/repository';

const RISKY = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const jobSchema = v.object({
  '.mlsecops-scan': v.object({
    script: v.array(v.string()),
    variables: v.record(v.string(), v.string()),
    artifacts: v.object({ when: v.literal('always'), paths: v.array(v.string()) }),
  }),
});

let tool: Repository;
let commit: string;
beforeAll(async () => {
  tool = new Repository();
  cpSync(await ciFolder(), tool.folder, { recursive: true });
  commit = tool.commit('A release');
}, 60_000);

describe('the template for GitLab', { timeout: 60_000 }, () => {
  it('fails on what a merge request brings, and leaves report and summary', async () => {
    const { script, variables, artifacts } = v.parse(
      jobSchema,
      parse(readFileSync(join(__dirname, '../../docs/ci/gitlab.yml'), 'utf8')),
    )['.mlsecops-scan'];
    const repository = new Repository();
    repository.write('old.py', RISKY);
    const base = repository.commit('The base');
    repository.write('new.py', RISKY);
    repository.commit('The change');
    const { code, output } = await repository.run('bash', ['-e', '-c', script.join('\n')], {
      ...variables,
      CI_BUILDS_DIR: repository.outer,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      MLSECOPS_LENS_REPOSITORY: `file://${tool.folder}`,
      MLSECOPS_LENS_REF: commit,
    });
    expect(code, output).toBe(1);
    const [sarif = '', summary = ''] = artifacts.paths.map((path) =>
      readFileSync(join(repository.folder, path), 'utf8'),
    );
    expect((JSON.parse(sarif) as { runs: { results: unknown[] }[] }).runs[0]?.results).toHaveLength(2);
    expect(summary).toContain('**1 new finding** (1 warning). 1 was there before.');
  });
});
