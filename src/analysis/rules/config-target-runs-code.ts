import { allEntries, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';

/** Keys whose value a program imports and calls: Hydra, LightningCLI, Detectron2's and others' registries. */
const TARGET = /^(?:_target_|__target__|class_path|_call_|_fn_|func_path|callable)$/u;

const RUNS =
  /^(?:(?:builtins|__builtin__)\.(?:eval|exec|compile|__import__)|eval|exec|__import__|(?:os|posix|nt)\.(?:system|popen|exec[lv]p?e?|spawn\w+|posix_spawn\w*|startfile)|subprocess\.(?:run|call|Popen|check_call|check_output|getoutput|getstatusoutput)|asyncio\.create_subprocess_\w+|asyncio\.subprocess\.\w+|pty\.spawn|runpy\.run_(?:path|module)|code\.(?:interact|InteractiveInterpreter\S*)|timeit\.(?:timeit|repeat)|ctypes\.(?:CDLL|cdll\S*|PyDLL)|importlib\.import_module|pickle\.loads|marshal\.loads|numexpr\.evaluate|pandas\.eval|cProfile\.run)$/u;
const LOADS =
  /^(?:(?:pickle|cPickle|_pickle|dill|cloudpickle|pandas\.compat\.pickle_compat)\.loads?|torch\.(?:load|jit\.load|hub\.load)|joblib\.load|pandas\.read_pickle|numpy\.load|shelve\.open|yaml\.(?:unsafe_load|full_load|load)|shutil\.rmtree|os\.(?:remove|unlink|removedirs))$/u;

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== undefined && context.role !== 'model-config') return;
  for (const { entry } of allEntries(root)) {
    if (!TARGET.test(entry.key)) continue;
    const name = stringOf(entry.value)?.trim() ?? '';
    const isCode = RUNS.test(name);
    if (!isCode && !LOADS.test(name)) continue;
    context.report({
      at: entry.range,
      subject: name,
      message: isCode
        ? `\`${entry.key}: ${name}\` makes the program that reads this configuration run what stands beside it. Name a class of the project instead, and let the program accept only such.`
        : `\`${entry.key}: ${name}\` is called with what stands beside it when the configuration is read. Let the program call it, with a path that it checks.`,
      ...(isCode ? {} : { severity: 'warning' as const }),
    });
  }
}

export const rule: Rule = {
  id: 'config-target-runs-code',
  title: 'Configuration names a function that runs code',
  stages: ['experimentation', 'continuous-training', 'pipeline-dev-test', 'model-serving'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-94', 'CWE-470'],
  atlas: ['AML.T0011', 'AML.T0010.001'],
  controls: ['C08', 'C13'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['configuration', 'code-execution'],
  languages: ['yaml', 'json'],
  what: 'Finds `_target_` (Hydra, and model libraries that use it), `class_path` (LightningCLI) and keys like them that name `eval`, `exec`, `os.system`, `subprocess`, `runpy` and the like; loaders of pickles and functions that delete are warnings.',
  why: '`instantiate` imports and calls what the configuration names. A configuration that comes with a model or over the command line is then a program: several model libraries had this hole.',
  fix: 'Name classes of the project. In the program compare the name with a list of allowed prefixes before it is instantiated, above all when the configuration comes with a model.',
  references: [
    {
      title: 'Hydra: instantiating objects',
      url: 'https://hydra.cc/docs/advanced/instantiate_objects/overview/',
    },
    {
      title: 'CWE-470: Unsafe Reflection',
      url: 'https://cwe.mitre.org/data/definitions/470.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Hydra',
        file: 'conf/callback.yaml',
        code: 'callback:\n  _target_: os.system\n  command: id\nscore:\n  _target_: builtins.eval\n  _args_: ["1"]\nrun: { _target_: subprocess.Popen, args: [id] }\n',
        findings: 3,
      },
      {
        title: 'a configuration of a model',
        file: 'model/config.json',
        code: '{"model": {"_target_": "builtins.exec", "_args_": ["print()"]}}\n',
      },
      {
        title: 'a loader (warning)',
        file: 'conf/model.yaml',
        code: 'weights:\n  _target_: torch.load\n  f: model.pt\nhead:\n  class_path: joblib.load\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'classes',
        file: 'conf/model.yaml',
        code: 'model:\n  _target_: torch.nn.Linear\n  in_features: 1\noptim:\n  _target_: torch.optim.Adam\npath:\n  _target_: os.path.join\nhead:\n  class_path: acme.models.Head\n',
      },
      {
        title: 'another key',
        file: 'conf/notes.yaml',
        code: 'function: os.system\ntarget: subprocess.run\n',
      },
    ],
  },
  triggers: () => ['_target_', '__target__', 'class_path', '_call_', 'func_path', 'callable', '_fn_'],
  on: { data: check },
};
