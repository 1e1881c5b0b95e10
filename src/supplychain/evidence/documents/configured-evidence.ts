import {
  dataAt,
  entriesOf,
  itemsOf,
  scalarOf,
  stringOf,
  type DataNode,
} from '../../../source/content/data-node';
import type { Observation } from '../observation';
import { observeRuns } from '../tools/observe-runs';
import type { ToolRun } from '../tools/tool-run';
import type { DocumentView } from './document-view';

/** A file of configuration that is known by its name, and what must stand in it to be evidence. */
interface Configured {
  readonly path: RegExp;
  readonly read: (root: DataNode) => readonly Observation[];
}

const FILES: readonly Configured[] = [
  { path: /(?:^|\/)\.pre-commit-config\.ya?ml$/u, read: hooks },
  {
    path: /^\.github\/dependabot\.ya?ml$/u,
    read: (root) =>
      present('EV-UPDATEBOT', 'Dependabot has packages to update', itemsOf(dataAt(root, 'updates'))[0]),
  },
  {
    path: /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/u,
    read: (root) =>
      scalarOf(dataAt(root, 'enabled')) === false
        ? []
        : present('EV-UPDATEBOT', 'Renovate is configured', firstEntry(root)),
  },
  {
    path: /^\.allstar\/branch_protection\.ya?ml$/u,
    read: (root) => present('EV-BRANCHPOLICY', 'Allstar enforces branch protection', firstEntry(root)),
  },
  {
    path: /^\.github\/settings\.ya?ml$/u,
    read: (root) =>
      present(
        'EV-BRANCHPOLICY',
        'branch protection is written down',
        dataAt(root, 'branches') ?? dataAt(root, 'rulesets'),
      ),
  },
  {
    path: /^\.github\/rulesets\/[^/]+\.json$/u,
    read: (root) =>
      scalarOf(dataAt(root, 'enforcement')) === 'disabled'
        ? []
        : present('EV-BRANCHPOLICY', 'a ruleset for branches', itemsOf(dataAt(root, 'rules'))[0]),
  },
  {
    path: /^(?:\.github\/|\.gitlab\/)?security-insights\.ya?ml$/iu,
    read: (root) => present('EV-INSIGHTS', 'facts about security for programs', dataAt(root, 'header')),
  },
  {
    path: /(?:^|\/)(?:risk[-_]?register|risk[-_]card|ai[-_]risks?)[^/]*\.(?:ya?ml|json)$/iu,
    read: (root) => present('EV-RISKREG', 'a register of risks', filled(root)),
  },
  {
    path: /(?:^|\/)(?:models|agents|model[-_]registry[^/]*)\.(?:ya?ml|json)$/u,
    read: (root) => present('EV-INVENTORY', 'a list of models or agents', listed(root)),
  },
  {
    path: /(?:^|\/)promptfooconfig[^/]*\.(?:ya?ml|json)$/u,
    read: (root) => [
      ...present(
        'EV-EVALSET',
        'test cases for Promptfoo',
        filled(dataAt(root, 'tests') ?? dataAt(root, 'scenarios')),
      ),
      ...present('EV-REDTEAM', 'a `redteam` block for Promptfoo', filled(dataAt(root, 'redteam'))),
    ],
  },
  {
    path: /\.eval\.ya?ml$/u,
    read: (root) => present('EV-EVALSET', 'cases of an evaluation', filled(root)),
  },
  {
    path: /(?:^|\/)dvc\.yaml$/u,
    read: (root) => present('EV-REPRO', 'stages of a DVC pipeline', filled(dataAt(root, 'stages'))),
  },
  {
    path: /(?:^|\/)bentofile\.ya?ml$/u,
    read: (root) => present('EV-DEPLOY', 'a service of BentoML', dataAt(root, 'service')),
  },
  {
    path: /(?:^|\/)Chart\.ya?ml$/u,
    read: (root) => present('EV-DEPLOY', 'a Helm chart', dataAt(root, 'name')),
  },
  {
    path: /(?:^|\/)(?:great_expectations|gx)\/(?:great_expectations\.ya?ml|expectations\/.+\.json)$/u,
    read: (root) =>
      present(
        'EV-DATAVALID',
        'expectations of data',
        filled(dataAt(root, 'expectations') ?? dataAt(root, 'expectation_suite_name')),
      ),
  },
  { path: /(?:^|\/)Taskfile\.ya?ml$/u, read: () => [] },
];

/** Whether configuration at this path is read whatever it holds. */
export function isConfigured(path: string): boolean {
  return FILES.some((file) => file.path.test(path));
}

/** What configuration that is known by its name is evidence of. */
export function configuredEvidence({ path, content }: DocumentView): readonly Observation[] {
  const [root] = content.data;
  return root ? FILES.filter((file) => file.path.test(path)).flatMap(({ read }) => read(root)) : [];
}

/** The tools that pre-commit runs; a hook that is only started by hand checks nothing. */
function hooks(root: DataNode): readonly Observation[] {
  const runs = itemsOf(dataAt(root, 'repos')).flatMap((repository) =>
    itemsOf(dataAt(repository, 'hooks')).flatMap((hook): readonly ToolRun[] => {
      const id = dataAt(hook, 'id');
      const name = stringOf(id)?.toLowerCase();
      const stages = itemsOf(dataAt(hook, 'stages')).map(stringOf);
      if (!id || name === undefined || (stages.length > 0 && stages.every((stage) => stage === 'manual')))
        return [];
      return [{ by: 'hook', name, given: '', place: 'hook', range: id.range }];
    }),
  );
  return observeRuns(runs);
}

function present(evidence: string, detail: string, node: DataNode | undefined): readonly Observation[] {
  return node && scalarOf(node) !== null ? [{ evidence, holds: true, detail, range: node.range }] : [];
}

function firstEntry(root: DataNode): DataNode | undefined {
  return entriesOf(root)[0]?.value;
}

/** The node when there is anything in it. */
function filled(node: DataNode | undefined): DataNode | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar')
    return typeof node.value === 'string' && node.value.trim() !== '' ? node : undefined;
  return (node.kind === 'map' ? node.entries.length : node.items.length) > 0 ? node : undefined;
}

/** What a list of models says of each; files called so hold many other things. */
const OF_A_MODEL = new Set([
  'revision',
  'version',
  'license',
  'licence',
  'owner',
  'provider',
  'base_model',
  'source',
  'model',
  'sha256',
]);

function listed(root: DataNode): DataNode | undefined {
  const lists = root.kind === 'map' ? root.entries.map(({ value }) => value) : [root];
  const items = lists.flatMap((list) =>
    list.kind === 'map' ? list.entries.map(({ value }) => value) : itemsOf(list),
  );
  return items.find((item) => entriesOf(item).some(({ key }) => OF_A_MODEL.has(key.toLowerCase())));
}
