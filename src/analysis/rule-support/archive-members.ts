import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What tells which members of an archive are unpacked, and how. */
export type MemberChoice = 'all' | 'checked' | 'unknown';

const TRUSTING = /(?:^|\.)fully_trusted_filter$/u;

/** Hands on what it is given: `tqdm(tar)`. */
const SHOWS_PROGRESS = /^(?:tqdm|track|progress\w*|list|iter|sorted)$/u;

/** Judges the filter of an unpacking call: the named one, or one of the project's own. */
export function filterChoice(call: Call, model: SourceModel): MemberChoice {
  const found = call.argument({ keyword: 'filter' });
  if (found.state === 'absent') return 'all';
  if (found.state === 'unknown') return 'unknown';
  const { value } = found.argument;
  const known = model.evaluate(value);
  if (known.known) return known.value === 'fully_trusted' || known.value === null ? 'all' : 'checked';
  return model.qualifiedNames(value).some((name) => TRUSTING.test(name)) ? 'all' : 'checked';
}

/**
 * Judges the members given to `extractall`: the archive itself, or all that it lists, is no choice; what a function or
 * a comprehension picks is one.
 */
export function memberChoice(call: Call, model: SourceModel): MemberChoice {
  const found = call.argument({ keyword: 'members', position: 1 });
  if (found.state === 'absent') return 'all';
  if (found.state === 'unknown') return 'unknown';
  return isAll(found.argument.value, call, model) ? 'all' : 'checked';
}

function isAll(members: Expression, call: Call, model: SourceModel): boolean {
  const target = model.dereference(members);
  if (target.kind === 'constant') return target.value === null;
  const archive = call.callee.kind === 'attribute' ? model.textAt(call.callee.object.range) : undefined;
  if (members.kind === 'name' && model.textAt(members.range) === archive) return true;
  if (target.kind !== 'call') return false;
  const name = lastName(target);
  if (name === 'getmembers' || name === 'getnames') return true;
  return (
    SHOWS_PROGRESS.test(name) && target.arguments.slice(0, 1).some(({ value }) => isAll(value, call, model))
  );
}

function lastName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}
