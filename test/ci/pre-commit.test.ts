import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { ciFolder } from './support/ci-folder';
import { Repository, type Ended } from './support/repository';

const RISKY = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const SAFE = 'import json\n\ndef read(file):\n    return json.load(file)\n';

let script: string;
beforeAll(async () => {
  script = join(await ciFolder(), 'scripts/ci/pre-commit.mjs');
}, 60_000);

/** A repository that looks at every commit. */
function guarded(): Repository {
  const repository = new Repository();
  repository.write('.git/hooks/pre-commit', `#!/bin/sh\nexec '${process.execPath}' '${script}'\n`);
  chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o755);
  return repository;
}

const commit = (repository: Repository): Promise<Ended> =>
  repository.run('git', ['commit', '--quiet', '-m', 'A change']);

describe('the hook before a commit', { timeout: 60_000 }, () => {
  it('refuses a pickle load, and takes the commit after the fix', async () => {
    const repository = guarded();
    repository.write('src/load.py', RISKY);
    repository.git('add', '--all');
    const refused = await commit(repository);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('src/load.py:4:12');
    expect(refused.output).toContain('unsafe-pickle-load');
    expect(() => repository.git('rev-parse', '--verify', '--quiet', 'HEAD')).toThrow();
    repository.write('src/load.py', SAFE);
    repository.git('add', '--all');
    expect(await commit(repository)).toEqual({
      code: 0,
      output: expect.stringContaining('No findings') as string,
    });
    expect(repository.git('log', '--format=%s').trim()).toBe('A change');
  });

  it('looks at what is staged, not at what lies in the folder', async () => {
    const repository = guarded();
    repository.write('a.py', SAFE);
    repository.write('b.py', RISKY);
    repository.git('add', 'a.py');
    repository.write('a.py', RISKY);
    expect((await commit(repository)).code).toBe(0);
    repository.git('add', 'a.py');
    repository.write('a.py', SAFE);
    expect((await commit(repository)).code).toBe(1);
  });

  it('goes by the project file and the baseline that are staged', async () => {
    const repository = guarded();
    repository.write('a.py', RISKY);
    repository.write('.mlsecops.yaml', 'rules:\n  unsafe-pickle-load: off\n');
    repository.git('add', '--all');
    expect((await commit(repository)).code).toBe(0);
  });

  it('lets pass what it cannot read as code: pictures, links, deletions', async () => {
    const repository = guarded();
    repository.write('gone.py', SAFE);
    repository.commit('The beginning');
    repository.remove('gone.py');
    repository.write('picture.png', 'not Python (\n');
    repository.write('LICENSE', 'def (\n');
    await repository.run('ln', ['-s', '/nowhere', 'link.py']);
    repository.git('add', '--all');
    expect((await commit(repository)).code).toBe(0);
  });

  it('takes names that look like options or commands for names', async () => {
    const repository = guarded();
    repository.write('--version.py', RISKY);
    repository.write('$(touch x) "a".py', SAFE);
    repository.git('add', '--all');
    const { code, output } = await commit(repository);
    expect(code).toBe(1);
    expect(output).toContain('--version.py:4:12');
  });

  it('looks at the files that the framework of the same name gives it', async () => {
    const hooks = parse(readFileSync(join(__dirname, '../../.pre-commit-hooks.yaml'), 'utf8')) as readonly {
      readonly entry: string;
      readonly language: string;
    }[];
    expect(hooks).toMatchObject([{ entry: 'scripts/ci/pre-commit.mjs', language: 'script' }]);
    const repository = new Repository();
    repository.write('a.py', RISKY);
    repository.write('b.py', RISKY);
    repository.write('notes.png', 'def (');
    const { code, output } = await repository.run(script, ['a.py', 'notes.png']);
    expect(code).toBe(1);
    expect(output).toContain('a.py');
    expect(output).not.toContain('b.py');
    expect((await repository.run(script, ['notes.png'])).code).toBe(0);
    expect((await repository.run(script, ['--fail-on=never', 'a.py'])).code).toBe(0);
    repository.write('--output=b.py', RISKY);
    expect((await repository.run(script, ['--output=b.py'])).output).toContain('--output=b.py:4:12');
  });
});
