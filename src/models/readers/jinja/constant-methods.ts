import type { Constant } from './constants';

/** Longer results spell no name; computing them would only cost. */
const MAX_PRODUCT = 64 * 1024;
const MAX_JOINED = 4096;

type Compute = (self: string, rest: readonly Constant[]) => Constant | undefined;

/** What filters and methods of texts of the same name do to a known text. */
const ON_TEXT: Readonly<Record<string, Compute>> = {
  lower: (self) => self.toLowerCase(),
  upper: (self) => self.toUpperCase(),
  casefold: (self) => self.toLowerCase(),
  swapcase: (self) =>
    self.replace(/\p{L}/gu, (each) =>
      each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase(),
    ),
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  title: (self) =>
    self.replace(/\p{L}+/gu, (each) => each.slice(0, 1).toUpperCase() + each.slice(1).toLowerCase()),
  trim: (self, [what]) => strip(self, what, true, true),
  strip: (self, [what]) => strip(self, what, true, true),
  lstrip: (self, [what]) => strip(self, what, true, false),
  rstrip: (self, [what]) => strip(self, what, false, true),
  reverse: (self) => Array.from(self).reverse().join(''),
  replace: (self, [from, to]) =>
    typeof from === 'string' && typeof to === 'string' && self.length * to.length <= MAX_PRODUCT
      ? self.replaceAll(from, to)
      : undefined,
  string: (self) => self,
  safe: (self) => self,
  escape: (self) => self,
  e: (self) => self,
  encode: (self) => self,
  decode: (self) => self,
  list: (self) => Array.from(self),
  split: (self, [by]) => (typeof by === 'string' && by !== '' ? self.split(by) : self.split(/\s+/u)),
  first: (self) => self.at(0),
  last: (self) => self.at(-1),
};

/** What a method of a known value gives; undefined when that is not known. */
export function applyMethod(name: string, self: Constant, rest: readonly Constant[]): Constant | undefined {
  if (typeof self !== 'string') return undefined;
  if (name === 'join' && typeof rest[0] === 'object') return joined(rest[0], self);
  if (name === 'format')
    return self
      .replace(/\{\}/gu, positional(rest))
      .replace(/\{(\d+)\}/gu, (_, at: string) => shown(rest[Number(at)]));
  return Object.hasOwn(ON_TEXT, name) ? ON_TEXT[name]?.(self, rest) : undefined;
}

/** What a filter makes of a known value; undefined when that is not known. */
export function applyFilter(name: string, self: Constant, rest: readonly Constant[]): Constant | undefined {
  if (typeof self === 'object') return onList(name, self, rest);
  if (name === 'format') return `${self}`.replace(/%([sdc])/gu, percent(rest));
  return Object.hasOwn(ON_TEXT, name) ? ON_TEXT[name]?.(`${self}`, rest) : undefined;
}

function onList(name: string, self: readonly Constant[], rest: readonly Constant[]): Constant | undefined {
  switch (name) {
    case 'join':
      return joined(self, rest[0] ?? '');
    // Over texts, `sum(start='')` puts them together.
    case 'sum':
      return joined(self, '');
    case 'reverse':
      return self.toReversed();
    case 'sort':
      return self.map(shown).toSorted();
    case 'first':
      return self.at(0);
    case 'last':
      return self.at(-1);
    case 'list':
    case 'map':
    case 'unique':
    case 'select':
      return self;
    default:
      return undefined;
  }
}

function joined(items: readonly Constant[], by: Constant): string {
  const between = shown(by).slice(0, MAX_JOINED);
  let text = '';
  for (const [at, item] of items.entries()) {
    if (text.length > MAX_JOINED) break;
    text += (at === 0 ? '' : between) + shown(item);
  }
  return text;
}

function shown(value: Constant | undefined): string {
  return typeof value === 'object' ? joined(value, '') : `${value ?? ''}`.slice(0, MAX_JOINED);
}

function positional(values: readonly Constant[]): () => string {
  let at = 0;
  return () => shown(values[at++]);
}

/** `%c` of a number is the character of that code. */
function percent(values: readonly Constant[]): (whole: string, sign: string) => string {
  let at = 0;
  return (_, sign) => {
    const value = values[at++];
    return sign === 'c' && typeof value === 'number' ? String.fromCodePoint(value & 0xffff) : shown(value);
  };
}

function strip(self: string, what: Constant | undefined, left: boolean, right: boolean): string {
  const characters = typeof what === 'string' ? what : ' \t\r\n\v\f';
  let start = 0;
  let end = self.length;
  while (left && start < end && characters.includes(self[start] ?? '')) start++;
  while (right && end > start && characters.includes(self[end - 1] ?? '')) end--;
  return self.slice(start, end);
}
