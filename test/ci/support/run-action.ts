import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Ended, Repository } from './repository';

const actionSchema = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
  outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
  runs: v.object({
    using: v.literal('composite'),
    steps: v.array(
      v.strictObject({
        id: v.string(),
        shell: v.literal('bash'),
        env: v.record(v.string(), v.string()),
        run: v.string(),
      }),
    ),
  }),
});

export const readAction = (folder: string) =>
  v.parse(actionSchema, parse(readFileSync(join(folder, 'action.yml'), 'utf8')));

export interface ActionRun extends Ended {
  readonly summary: string;
  /** What stands in GITHUB_OUTPUT. */
  readonly outputs: string;
}

/** Runs the steps of the action in a repository, as a runner would. */
export async function runAction(
  folder: string,
  repository: Repository,
  inputs: Readonly<Record<string, string>>,
  { event = {}, variables = {} }: { readonly event?: object; readonly variables?: NodeJS.ProcessEnv } = {},
): Promise<ActionRun> {
  const action = readAction(folder);
  const at = (name: string): string => join(repository.outer, name);
  for (const name of ['summary', 'outputs']) writeFileSync(at(name), '');
  writeFileSync(at('event.json'), JSON.stringify(event));
  const valueOf = (text: string): string =>
    text
      .replace(
        /\$\{\{ inputs\.([\w-]+) \}\}/gu,
        (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
      )
      .replace('${{ github.token }}', 'the-token');
  let ended: Ended = { code: 0, output: '' };
  for (const { env, run } of action.runs.steps) {
    const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, valueOf(value)]));
    ended = await repository.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      ...given,
      ...variables,
      GITHUB_ACTION_PATH: folder,
      GITHUB_EVENT_PATH: at('event.json'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_OUTPUT: at('outputs'),
      RUNNER_TEMP: repository.outer,
    });
    if (ended.code !== 0) break;
  }
  return {
    ...ended,
    summary: readFileSync(at('summary'), 'utf8'),
    outputs: readFileSync(at('outputs'), 'utf8'),
  };
}
