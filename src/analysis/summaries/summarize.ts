import type { Export } from '../../source/model';
import { callFacts } from './call-facts';
import { exportedFunctions, type ExportedFunction } from './exported-functions';
import { EMPTY_SUMMARY, type FileSummary, type SummaryFact } from './file-summary';
import { handOnFacts } from './hand-on-facts';
import { importedName } from './imported-name';
import { aliasesOf, calledNames, constantsOf, ownImports } from './module-names';
import type { OwnModules } from './own-modules';
import { sourceFacts } from './source-facts';
import { functionsWithSource } from './source-functions';
import { withRenamed } from './renamed-exports';
import type { SummaryContext } from './summary-context';
import { tellingCalls, type TellingCalls } from './telling-calls';

/** More than this of one file is not told to others. */
const MAX_FACTS = 400;

/** A file that a test runner starts: hardly anybody imports one. */
const TEST_NAME = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|\.(?:test|spec)\.[cm]?[jt]sx?$/u;

/** What a file asks of those that it imports. */
export function outline(context: SummaryContext, modules: OwnModules): FileSummary {
  return outlineOf(context, modules, tellingCalls([], context));
}

/**
 * What a file offers to those that import it.
 *
 * @param asked functions, without the module, of which others want to know whether they hand their arguments on
 */
export function summarize(
  context: SummaryContext,
  modules: OwnModules,
  asked: ReadonlySet<string> = new Set(),
): FileSummary {
  if (asked.size === 0 && TEST_NAME.test(context.path)) return outline(context, modules);
  const { model } = context;
  const functions = exportedFunctions(model);
  const facts: SummaryFact[] = [];
  const calls = tellingCalls(functions, context);
  const { telling, holding, callsOf, hasSource } = calls;
  for (const { call, target, known } of telling) {
    if (facts.length >= MAX_FACTS) break;
    for (const api of known) facts.push(...callFacts(call, api, target, context));
  }
  const exports = model.exports ?? [];
  const inner = new Set([...asked].flatMap((name) => innerNames(name, exports)));
  const isAsked = ({ names }: ExportedFunction): boolean => names.some((name) => inner.has(name));
  const withSource = hasSource ? functionsWithSource(functions, holding, callsOf, model) : [];
  for (const target of withSource) {
    if (facts.length >= MAX_FACTS) break;
    facts.push(...sourceFacts(target, context));
  }
  for (const target of functions) if (isAsked(target)) facts.push(...handOnFacts(target, context));
  const summary = {
    ...outlineOf(context, modules, calls),
    facts: distinct(facts),
    aliases: aliasesOf(model, functions, modules),
    constants: constantsOf(model),
  };
  return withRenamed(summary, exports);
}

/** The name, and the one that the file itself has for what it gives away under it. */
function innerNames(asked: string, exports: readonly Export[]): readonly string[] {
  const head = /^[^.(]*/u.exec(asked)?.[0] ?? asked;
  return [
    asked,
    ...exports
      .filter(({ name, as }) => as === head && name !== '')
      .map(({ name }) => name + asked.slice(head.length)),
  ];
}

function outlineOf(
  { model, imported }: SummaryContext,
  modules: OwnModules,
  { hasSource, hasSink }: TellingCalls,
): FileSummary {
  const imports = ownImports(model, modules);
  // A module that hands a library on holds no more than its name.
  const libraries = imports.filter(({ name }) => name !== undefined && modules.isLibrary(name));
  return {
    ...EMPTY_SUMMARY,
    imports,
    called: imports.length === 0 ? [] : calledNames(model, modules),
    asked: imported.asked,
    askedValues: [...imported.askedValues, ...libraries.map(importedName)],
    hasSource,
    hasSink,
  };
}

/** Facts without repetition: the first way that leads to one is told. */
function distinct(facts: readonly SummaryFact[]): readonly SummaryFact[] {
  const found = new Map<string, SummaryFact>();
  for (const fact of facts) {
    const key = `${fact.name} ${JSON.stringify(fact.api)}`;
    if (!found.has(key)) found.set(key, fact);
  }
  return [...found.values()].slice(0, MAX_FACTS);
}
