import { PRESETS, SEVERITIES } from '../../analysis/severity';
import { SIDE_CODE_MODES } from '../../analysis/side-code';
import { API_KINDS } from './api-kinds';

export interface RuleOffer {
  readonly id: string;
  readonly title: string;
}

/** One offer at the cursor of a project file. */
export interface ProjectFileCompletion {
  readonly label: string;
  readonly insert: string;
  readonly detail: string;
}

const KEYS: readonly ProjectFileCompletion[] = [
  { label: 'preset', insert: 'preset: ', detail: 'The set of rules' },
  { label: 'rules', insert: 'rules:\n  ', detail: 'Severity by rule' },
  { label: 'testCode', insert: 'testCode: ', detail: 'Findings in tests, documentation and examples' },
  { label: 'exclude', insert: 'exclude:\n  - ', detail: 'Files to leave out' },
  { label: 'apis', insert: 'apis:\n  - call: ', detail: 'What functions of your own are' },
  {
    label: 'models',
    insert: 'models:\n  must-be-signed:\n    - path: ',
    detail: 'Models that must be signed',
  },
  {
    label: 'catalog',
    insert: 'catalog:\n  controls:\n    - id: ',
    detail: 'Entries of your own in the lifecycle',
  },
  {
    label: 'attestations',
    insert: 'attestations:\n  - evidence: ',
    detail: 'What no machine can see: who says so, and when',
  },
  {
    label: 'policy',
    insert: 'policy:\n  ',
    detail: 'What may be used, and what must be pinned, signed or scanned',
  },
];

const RULE_VALUES = [...SEVERITIES, 'off'];

/**
 * What can stand at the end of the last of `lines`. Reads indentation instead of parsing: a file that is being typed is
 * seldom valid YAML, and the file has two levels.
 */
export function projectFileCompletions(
  lines: readonly string[],
  rules: readonly RuleOffer[],
): readonly ProjectFileCompletion[] {
  const line = lines.at(-1) ?? '';
  if (line.includes('#')) return [];
  if (/^[\w-]*$/u.test(line)) return KEYS;
  if (/^testCode:\s+\S*$/u.test(line)) return values(SIDE_CODE_MODES, 'What becomes of them');
  if (/^preset:\s+\S*$/u.test(line)) return values(PRESETS, 'Set of rules');
  const section = sectionOf(lines);
  if (section === 'rules') return inRules(line, rules);
  return section === 'apis' && /^\s+(?:- )?is:\s+\S*$/u.test(line)
    ? values(API_KINDS, 'Kind of function')
    : [];
}

function inRules(line: string, rules: readonly RuleOffer[]): readonly ProjectFileCompletion[] {
  if (/^\s+[\w-]*$/u.test(line)) {
    return rules.map(({ id, title }) => ({ label: id, insert: `${id}: `, detail: title }));
  }
  return /^\s+[\w-]+:\s+\S*$/u.test(line) ? values(RULE_VALUES, 'Severity') : [];
}

function values(labels: readonly string[], detail: string): readonly ProjectFileCompletion[] {
  return labels.map((label) => ({ label, insert: label, detail }));
}

/** The top-level key above the last line. */
function sectionOf(lines: readonly string[]): string | undefined {
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const key = /^([\w-]+):/u.exec(lines[at] ?? '')?.[1];
    if (key) return key;
  }
  return undefined;
}
