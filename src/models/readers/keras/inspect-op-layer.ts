import { EFFECT_NAMES } from '../../verdict/effect-names';
import { valuesIn, type JsonObject } from '../json/json-value';
import { knownName } from '../names/model-names';
import type { Tell } from './inspect-keras-config';

/** Layers that call a function of TensorFlow by its name, or hold an operation of a graph. */
export const OP_LAYERS: ReadonlySet<string> = new Set([
  'TFOpLambda',
  'SlicingOpLambda',
  'ClassMethod',
  'InstanceMethod',
  'InstanceProperty',
  'TensorFlowOpLayer',
]);

/** What the operation of such a layer does. */
export function inspectOpLayer(layer: string, config: JsonObject, tell: Tell): void {
  for (const key of ['function', 'symbol', 'cls_symbol', 'cls_ref', 'class_symbol', 'name']) {
    const path = config.text(key);
    if (path === undefined) continue;
    const name = path.replace(/^(?:tf|tensorflow)\.(?:compat\.v2\.)?/u, '');
    const known = knownName('tensorflow-function', name);
    if (known && known.verdict !== 'safe') {
      tell(
        known.verdict,
        `A ${layer} layer calls tf.${name}: it ${EFFECT_NAMES[known.does ?? 'code']}.`,
        `tf.${name}`,
      );
    }
  }
  for (const value of valuesIn(config.get('node_def') ?? null)) {
    // The operation as JSON text, or as a message in base64.
    const text = typeof value === 'string' ? value : '';
    for (const [, name = ''] of text.matchAll(/"?\bop"?\s*:\s*"(\w+)"/gu)) {
      const known = knownName('tensorflow-op', name);
      if (known?.verdict === 'safe') continue;
      tell(
        known?.verdict ?? 'suspicious',
        `A ${layer} layer holds the operation ${name}: ${known?.does ? `it ${EFFECT_NAMES[known.does]}` : 'TensorFlow has none of that name'}.`,
        name,
      );
    }
  }
}
