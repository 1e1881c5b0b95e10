import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Verdict } from '../../verdict/finding';
import { JsonObject, valuesIn, type JsonValue } from '../json/json-value';
import { inspectLambda } from './inspect-lambda';
import { inspectOpLayer, OP_LAYERS } from './inspect-op-layer';
import { inspectTorchModule } from './inspect-torch-module';
import { judgeKerasClass, judgeKerasFunction } from './keras-verdict';
import { codeFinding } from './code-finding';
import { inspectVocabulary, VOCABULARY_LAYERS } from './inspect-vocabulary';

/** Reports what is found in one configuration. */
export type Tell = (verdict: Verdict, message: string, code?: string) => void;

/** Objects that Keras writes for values: they name no class. */
const VALUES = new Set([
  '__tuple__',
  '__ellipsis__',
  '__slice__',
  '__tensor__',
  '__numpy__',
  '__bytes__',
  '__complex__',
  '__keras_tensor__',
  '__empty__',
  '__passive_serialization__',
  'CompositeTensor',
]);

/**
 * Looks at every class and function that a configuration of Keras names, and at the code that it holds.
 *
 * @param offset where the configuration begins in the bytes of `place`
 */
export function inspectKerasConfig(
  inspector: Inspector,
  config: JsonValue,
  place: Surroundings,
  offset = 0,
): void {
  for (const node of valuesIn(config)) {
    if (inspector.budget.expired) return;
    if (!(node instanceof JsonObject)) continue;
    const tell: Tell = (verdict, message, code) =>
      inspector.findings.add({
        verdict,
        rule: 'code',
        message,
        where: place.where,
        offset: offset + node.offset,
        ...(code === undefined ? {} : { code }),
      });
    // Two entries of the same name: whichever a loader takes.
    for (const [key, value] of node.entries) {
      if (key === 'class_name' && typeof value === 'string') inspectNode(inspector, value, node, place, tell);
    }
    if (!node.text('class_name')) inspectReference(node, tell);
  }
}

function inspectNode(
  inspector: Inspector,
  name: string,
  node: JsonObject,
  place: Surroundings,
  tell: Tell,
): void {
  const module = node.text('module');
  const registered = node.text('registered_name');
  const config = node.object('config');
  const last = name.slice(name.lastIndexOf('>') + 1);
  if (VALUES.has(name)) return;
  if (name === '__lambda__') return codeFinding(node, 'A function of the model', tell);
  if (name === '__typespec__')
    return judge(judgeKerasClass('TypeSpec', module, undefined), 'type', last, node, tell);
  if (name === 'function') {
    const callee = node.text('config') ?? config?.text('name') ?? registered ?? '';
    return judge(judgeKerasFunction(callee, module), 'function', callee, node, tell);
  }
  judge(judgeKerasClass(name, module, registered), 'class', last, node, tell);
  if (last === 'Lambda') inspectLambda(config ?? node, tell);
  else if (OP_LAYERS.has(last)) inspectOpLayer(last, config ?? node, tell);
  else if (last === 'TorchModuleWrapper') inspectTorchModule(inspector, config ?? node, place, tell);
  else if (VOCABULARY_LAYERS.has(last)) inspectVocabulary(last, config ?? node, tell);
  else if (last === 'TFSMLayer') {
    const path = config?.text('filepath') ?? '';
    tell('suspicious', `A TFSMLayer loads another model, whose graph then runs: "${path}".`);
  }
}

function judge(
  { verdict, reason }: ReturnType<typeof judgeKerasClass>,
  what: string,
  name: string,
  node: JsonObject,
  tell: Tell,
): void {
  if (verdict === 'safe') return;
  const module = node.text('module');
  const registered = node.text('registered_name');
  const path = module ? `${module}.${name}` : (registered ?? name);
  tell(verdict, `The ${what} ${path}: ${reason}.`, path);
}

/** A function by its module, without being a node of its own: an old way to write one. */
function inspectReference(node: JsonObject, tell: Tell): void {
  const module = node.text('module') ?? node.text('function_module') ?? node.text('fn_module');
  const name = node.text('fn_name') ?? node.text('function_name') ?? node.text('function') ?? node.text('fn');
  if (module === undefined || name === undefined || module === '') return;
  const { verdict, reason } = judgeKerasFunction(name, module);
  if (verdict === 'malicious')
    tell(verdict, `The function ${module}.${name}: ${reason}.`, `${module}.${name}`);
}
