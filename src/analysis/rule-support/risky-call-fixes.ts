import type { ApiCondition, ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { argumentRemoval } from './argument-removal';
import { findArgument } from './find-argument';
import { keywordEdit } from './keyword-edit';
import { isScript } from './language';
import { renameCallee } from './rename-callee';
import { saferValue } from './safer-value';

type RiskyCallApi = ApiOf<'risky-call'>;

/** The repair that the API names; where it names none, the one that follows from the condition that makes the call risky. */
export function riskyCallFixes(
  call: Call,
  api: RiskyCallApi,
  met: ApiCondition | undefined,
  model: SourceModel,
): readonly Fix[] {
  if (api.fix) return [...namedFixes(call, api, api.fix, model), ...statedFixes(call, api, model)];
  return met ? impliedFixes(call, api, met, model) : [];
}

function namedFixes(
  call: Call,
  { unsafeWhen }: RiskyCallApi,
  fix: NonNullable<RiskyCallApi['fix']>,
  model: SourceModel,
): readonly Fix[] {
  if ('replaceCallee' in fix) {
    const edits = renameCallee(call, fix.replaceCallee, undefined, model);
    return edits ? [{ title: `Call ${fix.replaceCallee} instead`, safe: fix.safe, edits }] : [];
  }
  if ('remove' in fix) return removal(call, fix.remove, fix.safe, model);
  const position = unsafeWhen?.find(({ keyword }) => keyword === fix.setKeyword)?.position;
  const edit = keywordEdit(call, { keyword: fix.setKeyword, position }, fix.value, model);
  return edit ? [{ title: `Set ${fix.setKeyword}=${fix.value}`, safe: fix.safe, edits: [edit] }] : [];
}

/** What the caller can state to say that it is meant so: `usedforsecurity=False`. */
function statedFixes(call: Call, { safeWhen = [] }: RiskyCallApi, model: SourceModel): readonly Fix[] {
  if (isScript(model)) return [];
  return safeWhen.flatMap(({ keyword, key, equals }) => {
    if (keyword === undefined || key !== undefined || equals?.length !== 1 || equals[0] !== false) return [];
    const edit = keywordEdit(call, { keyword }, 'False', model);
    return edit ? [{ title: `Set ${keyword}=False`, safe: false, edits: [edit] }] : [];
  });
}

/** A switch is turned, an address narrowed, a constant exchanged; a limit that was taken off or set out of reach gives way to the library's own. */
function impliedFixes(call: Call, api: RiskyCallApi, met: ApiCondition, model: SourceModel): readonly Fix[] {
  const found = findArgument(call, met, model);
  const isNamed = met.equals ?? met.includes ?? met.matches ?? met.name;
  const safer = found.state === 'given' && isNamed ? saferValue(found.value, model) : undefined;
  if (safer) return [{ title: setting(met, safer.text, model), safe: false, edits: safer.edits }];
  const isLimit = met.none === true || (met.above !== undefined && met.key === undefined);
  const needsOne = api.unsafeWhen?.some(({ keyword, absent }) => absent && keyword === met.keyword) === true;
  return isLimit && !needsOne && !api.assigned && !isScript(model) ? removal(call, met, false, model) : [];
}

function setting({ key, keyword }: ApiCondition, text: string, model: SourceModel): string {
  const name = key ?? keyword;
  if (name === undefined) return `Set it to ${text}`;
  return isScript(model) ? `Set ${name}: ${text}` : `Set ${name}=${text}`;
}

/** An argument in front of others can only be taken away when it is named. */
function removal(
  call: Call,
  selector: { readonly keyword?: string | undefined; readonly position?: number | undefined },
  safe: boolean,
  model: SourceModel,
): readonly Fix[] {
  const found = call.argument(selector);
  if (found.state !== 'given') return [];
  const { argument } = found;
  if (argument.keyword === undefined && argument !== call.arguments.at(-1)) return [];
  const edit = argumentRemoval(call, argument, model);
  return edit ? [{ title: `Remove ${argument.keyword ?? 'the argument'}`, safe, edits: [edit] }] : [];
}
