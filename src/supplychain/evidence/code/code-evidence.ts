import type { ProjectTrait } from '../../../catalog/project-traits';
import type { Call } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import type { TextRange } from '../../../source/range';
import { isTestCode } from '../counts-here';
import type { Observation } from '../observation';
import { traitSign } from '../trait-sign';
import { agentCode } from './agent-code';
import { hashChecks } from './hash-checks';
import { KNOWN_USES, SERVICES, TRAININGS } from './known-uses';
import { namePattern } from './name-pattern';
import { routeEvidence } from './route-evidence';

const USES = KNOWN_USES.map((use) => ({ ...use, pattern: namePattern(use.names) }));
const TRAITS: readonly { readonly trait: ProjectTrait; readonly pattern: RegExp }[] = [
  { trait: 'service', pattern: namePattern(SERVICES) },
  { trait: 'training', pattern: namePattern(TRAININGS) },
];
const FITS = /^(?:sklearn|xgboost|lightgbm|catboost|keras|tensorflow)\..*\(\)\.fit$/u;

/** A use of something that has a name: a call, a decorator, a base class. */
interface Use {
  readonly name: string;
  readonly range: TextRange;
  readonly call?: Call;
}

/** What a program is evidence of; each kind of evidence once, where it is first seen. */
export function codeEvidence(model: SourceModel, path: string): readonly Observation[] {
  const found = new Map<string, Observation>();
  const inTest = isTestCode(path);
  const note = (evidence: string, detail: string, range: TextRange): void => {
    if (!found.has(evidence)) found.set(evidence, { evidence, holds: true, detail, range });
  };
  for (const { name, range, call } of usesOf(model)) {
    for (const { evidence, pattern, keyword, inTests } of USES) {
      if ((inTest && !inTests) || !pattern.test(name)) continue;
      if (keyword !== undefined && !(call && isSwitchedOn(call, keyword, model))) continue;
      const detail = keyword === undefined ? `\`${name}\`` : `\`${keyword}\` of \`${name}\``;
      for (const id of evidence) note(id, detail, range);
    }
    if (inTest) continue;
    for (const { trait, pattern } of TRAITS)
      if (pattern.test(name)) note(traitSign(trait), `\`${name}\``, range);
    if (FITS.test(name)) note(traitSign('training'), `\`${name}\``, range);
  }
  if (!inTest)
    for (const { evidence, detail, range } of [
      ...hashChecks(model),
      ...routeEvidence(model),
      ...agentCode(model),
    ])
      note(evidence, detail, range);
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

function* usesOf(model: SourceModel): Iterable<Use> {
  for (const call of model.calls)
    for (const name of call.names) yield { name, range: call.callee.range, call };
  for (const { decorators } of [...model.functions, ...model.classes])
    for (const { names, expression } of decorators)
      for (const name of names) yield { name, range: expression.range };
  for (const { bases, range } of model.classes)
    for (const name of bases) yield { name, range: { start: range.start, end: range.start } };
}

/** Whether a keyword is given and not switched off; a value that is not known may be anything. */
function isSwitchedOn(call: Call, keyword: string, model: SourceModel): boolean {
  const found = call.argument({ keyword });
  if (found.state !== 'given') return false;
  const value = model.evaluate(found.argument.value);
  return !value.known || (value.value !== false && value.value !== null && value.value !== '');
}
