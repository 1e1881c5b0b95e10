import type { DataNode } from '../../../source/content/data-node';
import type { Verdict } from '../../verdict/finding';
import type { NameJudge } from '../../verdict/name-judge';
import { judgeTarget } from '../targets/judge-target';

export interface YamlFinding {
  readonly verdict: Verdict;
  readonly message: string;
  readonly code: string;
  /** In characters. */
  readonly offset: number;
}

/** Values looked at; aliases may repeat what they stand for. */
const MAX_NODES = 200_000;
/** Resolvers of OmegaConf that somebody registered to run what they are given. */
const RUNNING_RESOLVER = /\$\{\s*(?:\w+\.)?(eval|exec|python|py|shell|sh|cmd|system|run|import|call)\s*:/u;

/** Finds what a configuration makes Hydra or NeMo import and call. */
export function* findInYaml(roots: readonly DataNode[], names: NameJudge): Generator<YamlFinding> {
  const waiting = roots.map((node) => ({ node, top: true }));
  for (let count = 0; count < MAX_NODES; count++) {
    const next = waiting.pop();
    if (!next) return;
    const { node, top } = next;
    if (node.kind === 'list') waiting.push(...node.items.map((item) => ({ node: item, top: false })));
    else if (node.kind === 'map') {
      for (const { key, value, range } of node.entries) {
        // NeMo imports what stands under `target` of the whole model too.
        const isTarget = key === '_target_' || (key === 'target' && top);
        if (isTarget && value.kind === 'scalar' && typeof value.value === 'string')
          yield* judge(value.value, node, range.start, names);
        waiting.push({ node: value, top: false });
      }
    } else if (typeof node.value === 'string') {
      const resolver = RUNNING_RESOLVER.exec(node.value);
      if (!resolver) continue;
      yield {
        verdict: 'suspicious',
        message: `It is computed with "${resolver[1] ?? ''}", which runs what it is given.`,
        code: node.value.slice(0, 160),
        offset: node.range.start,
      };
    }
  }
}

function* judge(path: string, owner: DataNode, offset: number, names: NameJudge): Generator<YamlFinding> {
  if (path.includes('${')) {
    yield {
      verdict: 'suspicious',
      message: 'What it makes is computed when it is loaded.',
      code: path.slice(0, 160),
      offset,
    };
    return;
  }
  const { verdict, reason } = judgeTarget(names, path);
  if (verdict === 'safe') return;
  yield {
    verdict,
    message: `It makes "${path.slice(0, 120)}": ${reason}.`,
    code: `${path}(${shownArguments(owner)})`.slice(0, 160),
    offset,
  };
}

function shownArguments(owner: DataNode): string {
  if (owner.kind !== 'map') return '';
  const given = owner.entries.flatMap(({ key, value }) => {
    if (key === '_target_' || key === 'target') return [];
    const shown =
      value.kind === 'scalar'
        ? JSON.stringify(value.value)
        : value.kind === 'list'
          ? value.items.map((item) => (item.kind === 'scalar' ? JSON.stringify(item.value) : '…')).join(', ')
          : '…';
    return [key === '_args_' ? shown : `${key}=${shown}`];
  });
  return given.slice(0, 6).join(', ');
}
