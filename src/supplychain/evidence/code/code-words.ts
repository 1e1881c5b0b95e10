import type { TriggerSet } from '../../../analysis/triggers/trigger-sets';
import { isProgramLanguage } from '../../../source/program-language';
import type { SourceLanguage } from '../../../source/model';
import { KNOWN_USES } from './known-uses';

/** Words of what agents are given; each is rare in other programs. */
const AGENT_WORDS = [
  'interrupt_before',
  'interruptBefore',
  'human_input_mode',
  'needs_approval',
  'needsApproval',
  'require_approval',
  'requireApproval',
  'allowed_tools',
  'allowedTools',
];

/** Words of which a program must hold one set to be evidence of anything. */
export function codeWords(language: SourceLanguage): readonly TriggerSet[] {
  if (!isProgramLanguage(language)) return [];
  return [
    ...KNOWN_USES.flatMap(
      ({ names, keyword, words }) => words ?? names.map((name) => setOf(name, keyword, language)),
    ),
    [
      { text: language === 'python' ? 'list_tools' : 'listTools', as: 'name' },
      { text: language === 'python' ? 'sha256' : 'createHash', as: 'name' },
    ],
    ...AGENT_WORDS.map((text) => [{ text, as: 'name' } as const]),
  ];
}

/** The module and the last name, each as it stands in a program. */
function setOf(name: string, keyword: string | undefined, language: SourceLanguage): TriggerSet {
  const segments = name
    .replaceAll('()', '')
    .split('.')
    .filter((segment) => !segment.includes('*') && segment !== 'default');
  const [module = '', ...rest] = segments;
  const last = rest.at(-1);
  const isScript = language !== 'python';
  return [
    ...(name.startsWith('*.') || isScript
      ? [{ text: module, as: isScript && !/^\w+$/u.test(module) ? 'text' : 'name' } as const]
      : [{ text: module, as: 'module' } as const]),
    ...(last === undefined ? [] : [{ text: last, as: 'name' } as const]),
    ...(keyword === undefined ? [] : [{ text: keyword, as: 'name' } as const]),
  ];
}
