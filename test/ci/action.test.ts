import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ciFolder } from './support/ci-folder';
import { Repository } from './support/repository';
import { readAction, runAction } from './support/run-action';

const RISKY = 'import pickle\n\ndef read(file):\n    return pickle.load(file)\n';
const SAFE = 'import json\n\ndef read(file):\n    return json.load(file)\n';

let folder: string;
beforeAll(async () => {
  folder = await ciFolder();
}, 60_000);

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

let server: Server | undefined;
afterEach(() => server?.close());

/** A service that keeps comments, as far as the action asks for it. */
async function comments(
  existing: readonly object[],
): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const made = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, token: headers.authorization ?? '', body });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(method === 'GET' ? existing : {}));
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, asked };
}

/** A repository in which a pull request adds a risky file. */
function pullRequest(): { readonly repository: Repository; readonly event: object } {
  const repository = new Repository();
  repository.write('old.py', RISKY);
  const base = repository.commit('The base');
  repository.write('new.py', RISKY);
  repository.commit('The change');
  return { repository, event: { pull_request: { number: 7, base: { sha: base } } } };
}

describe('the GitHub Action', { timeout: 60_000 }, () => {
  it('writes no input into its script', () => {
    for (const { run } of readAction(folder).runs.steps) expect(run).not.toContain('${{');
  });

  it('fails on findings, with a summary', async () => {
    const repository = new Repository();
    repository.write('a.py', RISKY);
    const { code, output, summary } = await runAction(folder, repository, {});
    expect(output).toContain('unsafe-pickle-load');
    expect(code).toBe(1);
    expect(summary).toContain('**1 finding** (1 warning)');
  });

  it('passes on a clean repository, and where nothing shall fail', async () => {
    const repository = new Repository();
    repository.write('a.py', SAFE);
    expect((await runAction(folder, repository, {})).code).toBe(0);
    repository.write('a.py', RISKY);
    expect((await runAction(folder, repository, { 'fail-on': 'never' })).code).toBe(0);
  });

  it('tells in a pull request what is new, and gives code scanning everything', async () => {
    const { repository, event } = pullRequest();
    const { code, summary, outputs } = await runAction(folder, repository, { sarif: 'all.sarif' }, { event });
    expect(code).toBe(1);
    expect(summary).toContain('**1 new finding** (1 warning). 1 was there before.');
    expect(summary).not.toContain('old.py');
    const sarif = JSON.parse(readFileSync(join(repository.folder, 'all.sarif'), 'utf8')) as {
      runs: { results: unknown[] }[];
    };
    expect(sarif.runs[0]?.results).toHaveLength(2);
    expect(outputs).toMatch(/^sarif=all\.sarif\nsummary=.+summary\.md\n$/u);
    expect(repository.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('runs no hook of the repository', async () => {
    const { repository, event } = pullRequest();
    const trace = join(repository.outer, 'hook-ran');
    repository.write('.git/hooks/post-checkout', `#!/bin/sh\ntouch '${trace}'\n`);
    repository.git('config', 'core.fileMode', 'false');
    await repository.run('chmod', ['+x', '.git/hooks/post-checkout']);
    const { summary } = await runAction(folder, repository, {}, { event });
    expect(summary).toContain('1 was there before');
    expect(existsSync(trace)).toBe(false);
  });

  it('counts everything as new where the base cannot be had, and says so', async () => {
    const { repository } = pullRequest();
    const event = { pull_request: { number: 7, base: { sha: '0'.repeat(40) } } };
    const { code, output, summary } = await runAction(folder, repository, {}, { event });
    expect(code).toBe(1);
    expect(output).toContain(
      'mlsecops: the base cannot be compared with, so all findings count: git fetch failed',
    );
    expect(summary).toContain('**2 findings**');
  });

  it.each([
    ['a flag', '--output=/tmp/mlsecops-must-not-exist'],
    ['a command', '$(touch must-not-exist)'],
    ['another command', '"; touch must-not-exist; "'],
  ])('takes a path that looks like %s for a path', async (_what, paths) => {
    const repository = new Repository();
    repository.write('a.py', RISKY);
    const { code, output } = await runAction(folder, repository, { paths });
    expect(code).toBe(2);
    expect(output).toContain(`cannot read ${paths}`);
    expect(existsSync(join(repository.folder, 'must-not-exist'))).toBe(false);
  });

  it('keeps one comment', async () => {
    const { repository, event } = pullRequest();
    const mark = '<!-- mlsecops-lens -->\nold';
    const { url, asked } = await comments([
      { id: 3, body: mark, user: { type: 'User' } },
      { id: 4, body: mark, user: { type: 'Bot' } },
    ]);
    const variables = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/service' };
    await runAction(folder, repository, { comment: 'true' }, { event, variables });
    expect(asked.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/service/issues/7/comments?per_page=100&page=1',
      'PATCH /repos/acme/service/issues/comments/4',
    ]);
    expect(asked[1]?.token).toBe('Bearer the-token');
    expect(asked[1]?.body).toContain('**1 new finding**');
  });

  it('asks nobody for anything unless a comment is wanted', async () => {
    const { repository, event } = pullRequest();
    const { url, asked } = await comments([]);
    const variables = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/service' };
    const { code } = await runAction(folder, repository, {}, { event, variables });
    expect(code).toBe(1);
    expect(asked).toEqual([]);
  });
});
