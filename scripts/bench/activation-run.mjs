// Loads an extension as an editor does, with something in place of `vscode` that takes everything, and prints the milliseconds
// that this took. Started in a process of its own with the path of the extension.
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** Can be called, made, extended and read, and gives more of the same; no editor does any work behind it. */
function anything() {
  const known = new Map([
    ['version', '1.100.0'],
    ['then', undefined],
    [Symbol.iterator, function* () {}],
    [Symbol.toPrimitive, () => '0'],
  ]);
  const itself = new Proxy(class {}, {
    get(target, key) {
      if (key === 'prototype') return target.prototype;
      if (!known.has(key)) known.set(key, anything());
      return known.get(key);
    },
    set: (_target, key, value) => known.set(key, value) !== undefined,
    apply: () => anything(),
    construct: (_target, _given, made) =>
      made === itself ? anything() : Reflect.construct(Object, [], made),
  });
  return itself;
}

const require = createRequire(import.meta.url);
const load = Module._load;
const vscode = anything();
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const extension = process.argv[2] ?? '';
const known = { subscriptions: [], extensionPath: dirname(dirname(extension)) };
const context = new Proxy(known, { get: (_target, key) => (known[key] ??= anything()) });
const started = performance.now();
require(extension).activate(context);
process.stdout.write(String(performance.now() - started));
process.exit(0);
