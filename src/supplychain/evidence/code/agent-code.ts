import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import type { Observation } from '../observation';

/** Lists of tools that an agent may call. */
const ALLOWED = [
  'allowed_tools',
  'allowedTools',
  'tool_allowlist',
  'toolAllowlist',
  'include_tools',
  'includeTools',
];
/** Settings by which a person is asked, and the values that turn them off. */
const ASKS: readonly { readonly keyword: string; readonly off: readonly unknown[] }[] = [
  { keyword: 'interrupt_before', off: [] },
  { keyword: 'interruptBefore', off: [] },
  { keyword: 'human_input_mode', off: ['NEVER'] },
  { keyword: 'human_input', off: [false] },
  { keyword: 'require_approval', off: ['never', false] },
  { keyword: 'requireApproval', off: ['never', false] },
  { keyword: 'needs_approval', off: [false] },
  { keyword: 'needsApproval', off: [false] },
];
const LISTS_TOOLS = new Set(['list_tools', 'listTools']);
const HASHES = /^(?:hashlib\.sha256|(?:node:)?crypto\.(?:default\.)?createHash)$/u;

/** What code shows of bounds that agents are given. */
export function agentCode(model: SourceModel): readonly Observation[] {
  const found: Observation[] = [];
  const note = (evidence: string, detail: string, range: Observation['range']): void => {
    found.push({ evidence, holds: true, detail, range });
  };
  for (const call of model.calls) {
    for (const { name, value, range } of settingsOf(call)) {
      if (ALLOWED.includes(name) && isBoundedList(value, model))
        note('EV-TOOL-ALLOWLIST', `\`${name}\` lists the tools`, range);
      const asks = ASKS.find(({ keyword }) => keyword === name);
      if (asks && !isOff(value, asks.off, model)) note('EV-HITL', `\`${name}\` asks a person`, range);
    }
  }
  // The session is mostly a parameter, of which no more is known than the method.
  const listing = model.calls.find(
    ({ callee }) => callee.kind === 'attribute' && LISTS_TOOLS.has(callee.name),
  );
  const hashing = listing && model.calls.find(({ names }) => names.some((name) => HASHES.test(name)));
  if (hashing) note('EV-TOOL-HASH', 'a hash of the listed tools is computed', hashing.callee.range);
  return found;
}

/** Keywords of a call, and the entries of an object that it is given, as JavaScript hands over options. */
function* settingsOf(
  call: Call,
): Iterable<{ readonly name: string; readonly value: Expression; readonly range: Observation['range'] }> {
  for (const { keyword, value, range } of call.arguments) {
    if (keyword !== undefined) yield { name: keyword, value, range };
    if (value.kind !== 'dict') continue;
    for (const { key, value: inner } of value.entries)
      if (key?.kind === 'string' && key.value !== undefined)
        yield { name: key.value, value: inner, range: key.range };
  }
}

/** A list with names in it, none of which stands for all. */
function isBoundedList(value: Expression, model: SourceModel): boolean {
  const list = model.dereference(value);
  if (list.kind !== 'collection' || list.elements.length === 0) return false;
  return !list.elements.some((element) => {
    const known = model.evaluate(element);
    return (
      known.known && typeof known.value === 'string' && /^(?:\*|all|Bash(?:\(\*\))?)$/u.test(known.value)
    );
  });
}

function isOff(value: Expression, off: readonly unknown[], model: SourceModel): boolean {
  const known = model.evaluate(value);
  if (known.known) return known.value === null || known.value === false || off.includes(known.value);
  const whole = model.dereference(value);
  return whole.kind === 'collection' && whole.elements.length === 0;
}
