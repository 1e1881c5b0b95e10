import { isObject, type ObjectValue, type Value } from './values';

const DEPTH = 4;
const ITEMS = 6;
const TEXT = 120;
const LENGTH = 400;

/** A value in the form of Python, cut where it grows long: `os.system('id')`. */
export function render(value: Value): string {
  const text = new Renderer().value(value, DEPTH);
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
}

/** A string as a Python literal. */
export function literal(text: string): string {
  const shown = text.length > TEXT ? text.slice(0, TEXT) : text;
  const escaped = shown
    .replace(/[\\']/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(/\r/gu, '\\r')
    .replace(/\t/gu, '\\t')
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
      (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `'${escaped}${text.length > TEXT ? '…' : ''}'`;
}

class Renderer {
  /** Values are shared and may even hold themselves: the amount of work is limited, not only the depth. */
  #work = 200;

  value(value: Value, depth: number): string {
    if (value === null) return 'None';
    if (typeof value === 'string') return literal(value);
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (!isObject(value)) return String(value);
    return depth === 0 || --this.#work < 0 ? '…' : this.object(value, depth - 1);
  }

  private object(value: ObjectValue, depth: number): string {
    switch (value.kind) {
      case 'float':
        return String(value.value);
      case 'text':
        return `<text of ${value.length} bytes>`;
      case 'bytes':
        return `<${value.length} bytes>`;
      case 'tuple':
        return `(${this.items(value.items, value.length, depth)}${value.length === 1 ? ',' : ''})`;
      case 'list':
        return `[${this.items(value.items, value.length, depth)}]`;
      case 'set':
      case 'frozenset':
        return `${value.kind}({${this.items(value.items, value.length, depth)}})`;
      case 'dict':
        return this.dictionary(value.entries, value.length, depth);
      case 'imported':
        return `${value.module}.${value.name}`;
      case 'called':
        return `${this.callee(value.callee, depth)}(${this.parameters(value.args, value.keywords, depth)})`;
      case 'attribute':
        return `${this.callee(value.of, depth)}.${value.name}`;
      case 'bound':
        return `functools.partial(${[value.callee, ...value.args.slice(0, ITEMS)].map((each) => this.value(each, depth)).join(', ')})`;
      case 'getter':
        return `operator.${value.of === 'method' ? 'methodcaller' : `${value.of === 'attribute' ? 'attr' : 'item'}getter`}(${this.items(value.args, value.args.length, depth)})`;
      case 'module':
        return value.name;
      case 'code':
        return `${this.callee(value.maker, depth)}(…)`;
      case 'persistent':
        return `persistent_load(${this.value(value.id, depth)})`;
      case 'extension':
        return `extension(${value.code})`;
      case 'unknown':
        return `<${value.why}>`;
    }
  }

  private callee(value: Value, depth: number): string {
    const text = this.value(value, depth);
    return /^[\w.()'…]+$/u.test(text) ? text : `(${text})`;
  }

  private items(items: readonly Value[], length: number, depth: number): string {
    const shown = items.slice(0, ITEMS).map((each) => this.value(each, depth));
    return [...shown, ...(length > shown.length ? ['…'] : [])].join(', ');
  }

  private parameters(args: Value, keywords: Value | undefined, depth: number): string {
    const positional =
      isObject(args) && args.kind === 'tuple'
        ? this.items(args.items, args.length, depth)
        : `*${this.value(args, depth)}`;
    if (!keywords) return positional;
    return `${positional === '' ? '' : `${positional}, `}**${this.value(keywords, depth)}`;
  }

  private dictionary(entries: readonly (readonly [Value, Value])[], length: number, depth: number): string {
    const shown = entries
      .slice(0, ITEMS)
      .map(([key, value]) => `${this.value(key, depth)}: ${this.value(value, depth)}`);
    return `{${[...shown, ...(length > shown.length ? ['…'] : [])].join(', ')}}`;
  }
}
