import type { Inspector } from '../../inspector';
import { member, stringOf, valuesWithin, type JsonEntry, type JsonValue } from '../../json/json-value';
import type { Finding, Verdict } from '../../verdict/finding';
import { judgeTarget } from '../targets/judge-target';
import { isModules } from './config-kind';

/** Tells about one configuration. */
export interface ConfigTeller {
  readonly inspector: Inspector;
  readonly tell: (
    verdict: Verdict,
    rule: Finding['rule'],
    message: string,
    at: number,
    code?: string,
  ) => void;
}

type Check = (entry: JsonEntry, teller: ConfigTeller) => void;

const KEPT = 120;

/**
 * What is looked at, by its key, wherever it stands: some loaders merge what is nested.
 *
 * `auto_map` is suspicious also where the code lies beside it in the same folder, which many honest models have. What loading
 * does: with `trust_remote_code=True` the file is copied into a cache of modules and imported, from a local folder just as from
 * the hub. With `False` it never runs. Left out, a class that transformers has for the `model_type` is taken; where it has none,
 * a person at a terminal is asked for fifteen seconds, and otherwise loading fails
 * (https://github.com/huggingface/transformers/blob/main/src/transformers/dynamic_module_utils.py, `resolve_trust_remote_code`).
 * So nothing runs by itself, which is why it is not malicious; but whoever passes the switch, as the model's page will ask for,
 * runs a program that nobody has read here. That is what *unknown code* means for every other format. The file itself is judged
 * when it is inspected: that it looks harmless today does not make the switch safe, since the file can change alone.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  auto_map: checkAutoMap,
  trust_remote_code: ({ value, at }, { tell }) => {
    if (value.kind === 'boolean' && value.value)
      tell('suspicious', 'code', 'It asks the loader to run code of the repository (trust_remote_code).', at);
  },
  custom_pipelines: ({ value, at }, { tell }) => {
    for (const entry of value.kind === 'object' ? value.entries : []) {
      const code = stringOf(member(entry.value, 'impl'));
      tell(
        'suspicious',
        'code',
        `The pipeline "${short(entry.key)}" is code of the repository, which runs when it is loaded with trust_remote_code.`,
        at,
        code,
      );
    }
  },
  attn_implementation: checkKernel,
  _attn_implementation: checkKernel,
  parent_library: checkModule,
  megatron_core: checkModule,
  _target_: ({ value, at }, teller) => {
    const path = stringOf(value);
    if (path !== undefined) tellTarget(teller, path, at, 'names');
  },
  'py/object': checkJsonpickle,
  'py/function': checkJsonpickle,
  'py/type': checkJsonpickle,
  'py/reduce': ({ value, at }, { tell }) => {
    if (value.kind === 'array')
      tell('suspicious', 'code', 'It is a pickle in JSON (jsonpickle) that calls functions.', at);
  },
  'py/repr': ({ value, at }, { tell }) => {
    tell('malicious', 'code', 'It holds an expression that jsonpickle evaluates.', at, stringOf(value));
  },
  weight_map: ({ value, at }, { tell }) => {
    const outside = (value.kind === 'object' ? value.entries : [])
      .map((entry) => stringOf(entry.value) ?? '')
      .find((name) => /^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|:\/\//iu.test(name));
    if (outside !== undefined)
      tell('suspicious', 'path', `The file of a tensor lies outside of the model: "${short(outside)}".`, at);
  },
};

/** Looks at everything in a configuration that makes a loader import or run something. */
export function findInConfig(root: JsonValue, teller: ConfigTeller): void {
  for (const value of valuesWithin(root)) {
    if (teller.inspector.budget.expired) return;
    if (value.kind !== 'object') continue;
    for (const entry of value.entries)
      if (Object.hasOwn(CHECKS, entry.key)) CHECKS[entry.key]?.(entry, teller);
  }
  if (root.kind === 'array' && isModules(root.items)) {
    for (const item of root.items) {
      const type = stringOf(member(item, 'type'));
      if (type !== undefined) tellTarget(teller, type, item.at, 'is made of');
    }
  }
}

/** `{"AutoModel": "modeling_x.Model"}`, `{"AutoTokenizer": ["org/repo--tokenization_x.Slow", null]}`. */
function checkAutoMap({ value, at }: JsonEntry, { tell }: ConfigTeller): void {
  for (const entry of value.kind === 'object' ? value.entries : []) {
    const named = entry.value.kind === 'array' ? entry.value.items.map(stringOf) : [stringOf(entry.value)];
    for (const reference of named) {
      if (reference === undefined) continue;
      const [repository, code] = reference.includes('--') ? reference.split('--', 2) : [undefined, reference];
      const file = `${short(code.replace(/\.[^.]*$/u, ''))}.py`;
      const from =
        repository === undefined
          ? `the file ${file} beside it`
          : `another repository, "${short(repository)}"`;
      tell(
        'suspicious',
        'code',
        `${short(entry.key)} needs code of ${from}, which runs when it is loaded with trust_remote_code. Without that, transformers asks, refuses, or takes a class of its own.`,
        at,
        code,
      );
    }
  }
}

/** `org/kernels`: the library `kernels` downloads native code from there. */
function checkKernel({ value, at }: JsonEntry, { tell }: ConfigTeller): void {
  const name = stringOf(value);
  if (name?.includes('/'))
    tell('suspicious', 'code', `Its attention is native code that is downloaded from "${short(name)}".`, at);
}

/** A module that PEFT imports by name. */
function checkModule({ value, at, key }: JsonEntry, teller: ConfigTeller): void {
  const name = stringOf(value);
  if (name !== undefined && name !== '') tellTarget(teller, `${name}.${key}`, at, 'imports', name);
}

function checkJsonpickle({ value, at }: JsonEntry, teller: ConfigTeller): void {
  const path = stringOf(value);
  if (path !== undefined) tellTarget(teller, path, at, 'is a pickle in JSON (jsonpickle) and names');
}

function tellTarget(
  { inspector, tell }: ConfigTeller,
  path: string,
  at: number,
  how: string,
  shown = path,
): void {
  const { verdict, reason } = judgeTarget(inspector.names, path);
  if (verdict !== 'safe') tell(verdict, 'code', `It ${how} "${short(shown)}": ${reason}.`, at, short(shown));
}

function short(text: string): string {
  return text.length > KEPT ? `${text.slice(0, KEPT)}…` : text;
}
