import type { ModelProvider } from '../../../catalog/schema/model-provider';
import { saysPlaceholder } from '../../../analysis/rule-support/placeholder';
import type { Pinning } from '../sighting';
import { PART_FACTS } from './part-facts';

/** A model that is asked by its name. */
export interface HostedName {
  /** As its provider names it. */
  readonly name: string;
  /** Id of the provider, or `unknown`. */
  readonly origin: string;
  readonly pinning: Pinning;
}

interface Provider extends Omit<ModelProvider, 'names' | 'pinned' | 'moving'> {
  readonly names: readonly RegExp[];
  readonly pinned: readonly RegExp[];
  readonly moving: readonly RegExp[];
}

const compiled = (texts: readonly string[] = []): readonly RegExp[] =>
  texts.map((text) => new RegExp(text, 'u'));

const PROVIDERS: ReadonlyMap<string, Provider> = new Map(
  PART_FACTS.modelProviders.map((one) => [
    one.id,
    { ...one, names: compiled(one.names), pinned: compiled(one.pinned), moving: compiled(one.moving) },
  ]),
);

const byList = (list: 'prefixes' | 'words' | 'classes'): ReadonlyMap<string, string> =>
  new Map([...PROVIDERS.values()].flatMap((one) => (one[list] ?? []).map((word) => [word, one.id] as const)));
const BY_PREFIX = byList('prefixes');
const BY_WORD = byList('words');
const BY_CLASS = byList('classes');

const ADDRESS = /^https?:\/\/[^\s/@?#]+(?:\/[^\s@?#]*)?(?:[?#]\S*)?$/iu;
const NAME = /^[A-Za-z0-9@][\w.:/@+-]{1,150}$/u;
const PLACEHOLDER =
  /^(?:(?:llm|chat|base|some|the|test|foo|embedding|default)?[-_]?(?:model|deployment|engine)(?:[-_]?(?:name|id|\d+))?|foo|bar|baz|test|default|none|null|auto|string|str|name|x+|local|custom|unknown|gpt|llm|claude|completion|chat|text|true|false)$|[-_]xx+|^model[-_]|^test[-_]/iu;
/** What promptfoo writes between the provider and the model. */
const INTERFACE =
  /^(?:chat|messages|completion|completions|responses|embedding|embeddings|moderation|image|assistant|realtime)[:/]/u;

/** The provider whose service is meant by what API knowledge calls it; undefined for frameworks that ask any. */
export function providerOfWord(word: string): string | undefined {
  return BY_WORD.get(word);
}

/** The provider that a class of another's library stands for: `openai.AzureOpenAI`. */
export function providerOfClasses(names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const segment of name.split(/[.()]+/u)) {
      const found = BY_CLASS.get(segment);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The provider whose service answers at an address: `local` on the own machine, `unknown` for a host nobody knows. */
export function providerOfAddress(address: string): string {
  const host = /^[a-z+]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(address)?.[1]?.toLowerCase() ?? '';
  if (/^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal|10\.|192\.168\.)/u.test(host))
    return 'self-hosted';
  for (const { id, hosts = [] } of PROVIDERS.values()) {
    if (hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known))) return id;
  }
  return 'unknown';
}

/**
 * Reads the name of a model as it is given to a client.
 *
 * @param origin the provider that is asked; left out where the name itself must say it: `openai:gpt-4o`, `gpt-4o`
 * @returns undefined for what is no name of a model: blanks, placeholders, and words that no provider is known by
 */
export function hostedName(text: string, origin?: string): HostedName | undefined {
  const trimmed = text.trim();
  if (origin !== undefined && ADDRESS.test(trimmed)) return atAddress(trimmed);
  if (!NAME.test(trimmed) || isPlaceholderName(trimmed)) return undefined;
  if (origin !== undefined && origin !== 'unknown') return named(trimmed.replace(/^models\//u, ''), origin);
  const split = /^([\w-]+)[:/](.+)$/u.exec(trimmed);
  const prefix = split?.[1] && BY_PREFIX.get(split[1].toLowerCase());
  if (prefix && split[1] && split[2] !== undefined) {
    const rest = split[2].replace(INTERFACE, '');
    if (isPlaceholderName(rest)) return undefined;
    if (trimmed.includes(':') || !isOwner(split[1], prefix) || isNameOf(rest, prefix))
      return named(rest, prefix);
  }
  const provider = [...PROVIDERS.values()].find(({ names }) =>
    names.some((pattern) => pattern.test(trimmed)),
  );
  if (provider) return named(trimmed, origin === 'unknown' ? 'unknown' : provider.id);
  return origin === 'unknown' ? named(trimmed, 'unknown') : undefined;
}

/** Whether what stands in front of a slash may as well be the owner of a repository: `openai/whisper-large-v3`. */
function isOwner(prefix: string, provider: string): boolean {
  return PROVIDERS.get(provider)?.owners?.includes(prefix.toLowerCase()) === true;
}

function isNameOf(name: string, provider: string): boolean {
  return PROVIDERS.get(provider)?.names.some((pattern) => pattern.test(name)) === true;
}

/** What a provider calls itself. */
export function providerTitle(id: string): string | undefined {
  return PROVIDERS.get(id)?.title;
}

/** Whether a provider's models run on a machine of one's own. */
export function isLocalProvider(id: string): boolean {
  return id === 'self-hosted' || PROVIDERS.get(id)?.local === true;
}

/** A model that is known by the address it answers at: an endpoint of one's own. */
function atAddress(address: string): HostedName {
  return { name: address.replace(/[?#].*$/u, ''), origin: providerOfAddress(address), pinning: 'unknown' };
}

function isPlaceholderName(text: string): boolean {
  return PLACEHOLDER.test(text) || saysPlaceholder(text);
}

function named(name: string, origin: string): HostedName {
  return { name, origin, pinning: pinningOf(name, origin) };
}

function pinningOf(name: string, origin: string): Pinning {
  const provider =
    PROVIDERS.get(origin) ?? [...PROVIDERS.values()].find(({ names }) => names.some((one) => one.test(name)));
  if (!provider) return 'unknown';
  if (provider.pinned.some((pattern) => pattern.test(name))) return 'pinned';
  if (/[-:]latest$/u.test(name) || provider.moving.some((pattern) => pattern.test(name))) return 'mutable';
  return 'unknown';
}
