import type { CoreCatalog } from '../../catalog/core';
import type { Api } from '../../catalog/schema/api';
import { callAlternatives } from '../../catalog/schema/call-alternatives';
import { contentWords } from '../../source/data/content/content-words';
import type { SourceLanguage } from '../../source/model';
import { isProgramLanguage } from '../../source/program-language';
import { neededKinds } from '../needed-kinds';
import type { NeededKind, Rule, RuleTrigger } from '../rule';
import { SUPPRESSION_MARK } from '../suppression/suppression';
import { SOURCE, type TriggerPlace, type TriggerWord } from './trigger-word';

/** Words that stand together in every text that something can be found in. */
export type TriggerSet = readonly TriggerWord[];

/**
 * Sets of words: a text must hold every word of at least one set for any of the rules to find something in it. A single word
 * would let too much through: many texts hold `create`, few hold `create` and `groq`. Derived from what the rules need,
 * never kept by hand: a hand-made list loses findings.
 */
export function triggerSets(
  rules: readonly Rule[],
  apis: readonly Api[],
  catalog: CoreCatalog,
  language: SourceLanguage = 'python',
): readonly TriggerSet[] {
  // A comment that hides nothing is a finding of its own, so its mark is a word of its own.
  const sets = new Map<string, TriggerSet>([[SUPPRESSION_MARK, [{ text: SUPPRESSION_MARK, as: 'text' }]]]);
  const waking = wokenByWords(rules, language);
  for (const words of waking.flatMap((rule) => ownTriggers(rule, catalog, language)))
    sets.set(JSON.stringify(words), words);
  for (const words of contentWords(language) ?? []) sets.set(words.join('\0'), words.map(wordOfRule));
  // No document calls anything but by the commands in it.
  const asked = askedApis(isProgramLanguage(language) ? waking : [], apis);
  for (const { api, asking } of asked) {
    const plain = asking.find(({ beside }) => beside === undefined);
    for (const { beside } of plain ? [plain] : asking) {
      for (const set of apiTriggers(api, beside))
        sets.set(set.map(({ text, as }) => `${as} ${text}`).join('\0'), set);
    }
  }
  return [...sets.values()];
}

/** An API that rules need, and who does. */
export interface AskedApi {
  readonly api: Api;
  readonly asking: readonly {
    /** The word that has to stand beside those of the API, where one has to. */
    readonly beside: TriggerWord | undefined;
    readonly rules: readonly Rule[];
  }[];
}

/** The APIs that any of the rules needs. */
export function askedApis(rules: readonly Rule[], apis: readonly Api[]): readonly AskedApi[] {
  const besides = wordsBesides(rules);
  return apis.flatMap((api) => {
    const asking = new Map<TriggerWord | undefined, Set<Rule>>();
    for (const kind of neededKinds(api)) {
      for (const { beside, rule } of besides.get(kind) ?? []) {
        const known = asking.get(beside);
        if (known) known.add(rule);
        else asking.set(beside, new Set([rule]));
      }
    }
    if (asking.size === 0) return [];
    return [{ api, asking: [...asking].map(([beside, who]) => ({ beside, rules: [...who] })) }];
  });
}

/** The sets that a rule gives itself. */
export function ownTriggers(
  rule: Rule,
  catalog: CoreCatalog,
  language: SourceLanguage,
): readonly TriggerSet[] {
  return (rule.triggers?.(catalog, language) ?? [])
    .map((trigger) => [trigger].flat().filter((one) => one !== ''))
    .filter((words) => words.length > 0)
    .map((words) => words.map(wordOfRule));
}

/** For each kind of API that rules need: the words of which one has to stand beside it; undefined where none has to. */
function wordsBesides(rules: readonly Rule[]): ReadonlyMap<NeededKind, readonly WordBeside[]> {
  const found = new Map<NeededKind, WordBeside[]>();
  const commands = new Map<string, TriggerWord>();
  const inCommand = (text: string): TriggerWord => {
    const known = commands.get(text) ?? word(text, 'text');
    commands.set(text, known);
    return known;
  };
  for (const rule of rules) {
    const { needs = [], commandWords, wantsSource } = rule;
    for (const kind of needs) {
      const isCommand = kind === 'execution-sink:shell' && commandWords;
      const words = isCommand ? commandWords.map(inCommand) : [wantsSource ? SOURCE : undefined];
      const known = found.get(kind) ?? [];
      known.push(...words.map((beside) => ({ rule, beside })));
      found.set(kind, known);
    }
  }
  return found;
}

interface WordBeside {
  readonly rule: Rule;
  readonly beside: TriggerWord | undefined;
}

/** The rules that look at a text because of words in it. */
export function wokenByWords(rules: readonly Rule[], language: SourceLanguage): readonly Rule[] {
  return rules.filter((rule) => isWokenByWords(rule, language));
}

/** Whether words are what says that a rule has to look at a text: programs of a rule with paths are told by those. */
function isWokenByWords({ programPaths }: Rule, language: SourceLanguage): boolean {
  return programPaths === undefined || !isProgramLanguage(language);
}

/** A text without any ASCII – characters that nobody sees – is searched as it stands in UTF-8: other encodings do not have it. */
function wordOfRule(trigger: RuleTrigger): TriggerWord {
  if (typeof trigger !== 'string') return trigger;
  const text = trigger;
  if (/\p{ASCII}/u.test(text)) return { text, as: 'text' };
  if (/^[\uD800-\uDBFF]$/u.test(text)) return { text: blockBytes(text), as: 'bytes' };
  return { text: String.fromCharCode(...new TextEncoder().encode(text)), as: 'bytes' };
}

/** What the UTF-8 of all characters begins with that a first half of a surrogate pair begins. */
function blockBytes(high: string): string {
  const first = String.fromCharCode(high.charCodeAt(0), 0xdc00);
  return String.fromCharCode(...new TextEncoder().encode(first).slice(0, 2));
}

/**
 * The sets for one API, one for each of its names; none for a name without a word of its own.
 *
 * @param beside a word that every set is to have too
 */
export function apiTriggers(api: Api, beside?: TriggerWord): readonly TriggerSet[] {
  const sets = triggersOf(api);
  return beside === undefined ? sets : sets.map((words) => [...words, beside]);
}

function triggersOf(api: Api): readonly TriggerSet[] {
  const known = ofApis.get(api);
  if (known) return known;
  const settings = settingNames(api);
  const sets = callAlternatives(api.call)
    .map((call) =>
      api.language === 'javascript' ? scriptWords(call, api.trigger) : necessaryWords(call, api.trigger),
    )
    .filter((words) => words.length > 0)
    .flatMap((words) => settings?.map((name) => [...words, word(name, 'text')]) ?? [words]);
  ofApis.set(api, sets);
  return sets;
}

/**
 * The keys by which something in a container is risky, like the variables of the environment: of all programs that set one, few
 * set one of those. Undefined when another key may be risky too, or it is no container.
 */
function settingNames(api: Api): readonly string[] | undefined {
  if (api.is !== 'risky-call' || !(api.assigned === 'element' || api.call.startsWith('os.environ.')))
    return undefined;
  const names = api.unsafeWhen?.map(
    ({ keyword, key, equals }) => keyword ?? key ?? (equals?.length === 1 ? equals[0] : undefined),
  );
  return names?.every((name) => typeof name === 'string' && /^[A-Z_]{4,}$/u.test(name))
    ? [...new Set(names.map(String))]
    : undefined;
}

/** Several languages ask for the same ones. */
const ofApis = new WeakMap<Api, readonly TriggerSet[]>();

/**
 * An alias, an instance or an import still names every segment of what it stands for somewhere in the text, and the first
 * one in an import. A built-in is not imported, a relative module has no name of its own.
 */
function necessaryWords(call: string, trigger: string | undefined): TriggerSet {
  const segments = call.replaceAll('()', '').split('.');
  const [first = '', ...others] = segments;
  const isModule = first !== '' && first !== '*' && first !== 'builtins';
  const isBuiltIn = first === 'builtins' && others.length === 1;
  const names = new Set(
    others.filter((name) => name !== '' && name !== '*' && !(isModule && name === first)),
  );
  return [
    ...(isModule ? [word(first, 'module')] : []),
    ...[...names].sort().map((name) => word(name, isBuiltIn ? 'built-in' : 'name')),
    // What a catalog entry gives itself may be part of several names.
    ...(trigger === undefined || segments.includes(trigger) ? [] : [word(trigger, 'text')]),
  ];
}

/** The same for JavaScript, whose modules stand in quotes, with or without `node:`; a default export has any name. */
function scriptWords(call: string, trigger: string | undefined): TriggerSet {
  const segments = call.replaceAll('()', '').split('.');
  const names = new Set(
    segments.filter((name) => name !== 'default' && /^[^*<$]/u.test(name) && name !== 'globals'),
  );
  if (trigger !== undefined) names.delete(trigger);
  return [
    ...[...names].sort().map((name) => word(name, 'name')),
    ...(trigger === undefined ? [] : [word(trigger, 'text')]),
  ];
}

function word(text: string, as: TriggerPlace): TriggerWord {
  return { text, as };
}
