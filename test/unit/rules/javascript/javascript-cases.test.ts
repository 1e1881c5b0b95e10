import { expect, it } from 'vitest';
import { analyzeText } from '../../../support/analyze';
import { AGENT_CASES } from './agent-cases';
import { SERVICE_CASES } from './service-cases';

/**
 * Programs with marked lines: `// bad: RULE` must be flagged by that rule, every other line must not be flagged by any of the rules
 * that the program's marks name (`// ok: RULE` names one).
 */
const CASES = { ...SERVICE_CASES, ...AGENT_CASES };

it.each(Object.entries(CASES))('%s', (path, code) => {
  const marks = [...code.matchAll(/\/\/ (?:bad|ok): ([\w-]+)/gu)].map(([, rule]) => rule);
  const wanted = code
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(/\/\/ bad: ([\w-]+)/gu)].map(([, rule]) => `${at + 1} ${rule}`));
  const lineOf = (offset: number): number => code.slice(0, offset).split('\n').length;
  const found = analyzeText(code, { path: `src/${path}` })
    .findings.filter(({ ruleId }) => marks.includes(ruleId))
    .map(({ range, ruleId }) => `${lineOf(range.start)} ${ruleId}`);
  expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
});
