import type { Caller, Site } from './caller';
import { dangerousMethod } from './attribute-names';
import { render } from './render';
import { argumentsOf, isKind, type Bound, type Called, type Value } from './values';

/** Attributes that the loader itself calls on an object it builds. */
const HOOKS = new Set([
  '__setstate__',
  '__reduce__',
  '__reduce_ex__',
  'append',
  'extend',
  'add',
  '__setitem__',
  '__call__',
  '__class__',
  '__getattr__',
  '__getattribute__',
]);

/** BUILD: gives `target` its state. What is imported and then changed is changed for the whole program. */
export function build(caller: Caller, target: Value, state: Value, site: Site): void {
  switch (isKind(target, 'bound') ? 'bound' : isKind(target, 'called') ? 'called' : changed(target)) {
    case 'bound':
      setPartial(target as Bound, state);
      return;
    case 'called':
      return buildObject(caller, target as Called, state, site);
    case 'imported':
      caller.tell('malicious', 'change', `It changes \`${render(target)}\`, which is not its own.`, site, {
        code: `${render(target)}.__setstate__(${render(state)})`,
        does: 'attribute',
      });
      return;
    case 'unknown':
      if (isKind(target, 'unknown') && target.tainted === true) {
        caller.tell('suspicious', 'change', 'It changes what a call has given, without knowing it.', site, {
          code: render(state),
        });
      }
      return;
    case 'other':
      return;
  }
}

/** SETITEM, APPEND and their like on something that is not a list or dictionary of the stream. */
export function changeItems(caller: Caller, target: Value, items: Value, site: Site): void {
  if (changed(target) === 'imported') {
    caller.tell('malicious', 'change', `It writes into \`${render(target)}\`, which is not its own.`, site, {
      code: `${render(target)}[…] = ${render(items)}`,
      does: 'attribute',
    });
    return;
  }
  if (!isKind(target, 'called')) return;
  const hook = hooks(target.state ?? null).find(([name]) =>
    ['append', 'extend', 'add', '__setitem__'].includes(name),
  );
  if (hook) caller.call(hook[1], items, site);
}

function changed(target: Value): 'imported' | 'unknown' | 'other' {
  if (isKind(target, 'imported') || isKind(target, 'module') || isKind(target, 'attribute'))
    return 'imported';
  return isKind(target, 'unknown') ? 'unknown' : 'other';
}

function setPartial(target: Bound, state: Value): void {
  const [callee, args] = argumentsOf(state);
  if (callee === undefined) return;
  target.callee = callee;
  target.args = argumentsOf(args ?? null);
}

function buildObject(caller: Caller, target: Called, state: Value, site: Site): void {
  const before = hooks(target.state ?? null).find(([name]) => name === '__setstate__');
  if (before) caller.call(before[1], { kind: 'tuple', items: [state], length: 1 }, site);
  target.state = state;
  for (const [name, value] of hooks(state)) {
    if (!isCallable(value)) continue;
    caller.tell(
      'malicious',
      'change',
      `It gives an object its own \`${name}\`, which the loader or a use of the object calls.`,
      site,
      {
        code: `${render(target)}.${name} = ${render(value)}`,
        does: 'attribute',
      },
    );
  }
  if (
    isKind(target.callee, 'imported') &&
    dangerousMethod(target.callee.name) &&
    target.verdict === 'malicious'
  ) {
    caller.tell('malicious', 'change', 'It goes on with what a harmful call has given.', site, {
      code: render(target),
    });
  }
}

/** The hooks among the names that a state sets, in the dictionary of an object or by slots. */
function hooks(state: Value): readonly (readonly [string, Value])[] {
  const parts = isKind(state, 'tuple') && state.length === 2 ? state.items : [state];
  return parts
    .flatMap((part) => (isKind(part, 'dict') ? part.entries : []))
    .flatMap(([key, value]) => (typeof key === 'string' && HOOKS.has(key) ? [[key, value] as const] : []));
}

function isCallable(value: Value): boolean {
  return ['imported', 'bound', 'getter', 'attribute', 'code'].some((kind) =>
    isKind(value, kind as 'imported'),
  );
}
