/** Roots of the packages that have been Keras, the longest first. */
const ROOTS = [
  'tensorflow.python.keras',
  'tensorflow.keras',
  'tf.keras',
  'tf_keras',
  'keras_core',
  'keras',
] as const;
/** Parts of a module's path that only say where its source is. */
const INNER = new Set(['src', 'api', '_tf_keras', '_v1', '_v2', 'v2', 'engine', 'python', 'keras', 'legacy']);

/**
 * The public place of a module of Keras: `keras.layers` for `tf_keras.src.layers`. Every version has had another one.
 *
 * @returns undefined when it is no module of Keras
 */
export function publicKerasModule(module: string): string | undefined {
  const root = ROOTS.find((each) => module === each || module.startsWith(`${each}.`));
  if (root === undefined) return undefined;
  const parts = module.slice(root.length + 1).split('.');
  const first = parts.findIndex((part) => !INNER.has(part));
  return first < 0 ? 'keras' : ['keras', ...parts.slice(first)].filter((part) => part !== '').join('.');
}
