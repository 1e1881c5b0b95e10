import { parseEntryRef } from '../../catalog/entry-ref';
import type { LearnArguments } from '../../protocol/messages';

/** What the first part of a link's path can be, beside `entry`, and what it selects. */
const KINDS = ['rule', 'stage', 'risk', 'overlay', 'lifecycle', 'view'] as const;

const VIEWS = ['diagram', 'compare', 'crosswalk', 'lineage'] as const;

/** Ids of the catalog and of rules: letters, digits and `. : - /` between them. */
const ID = /^[A-Za-z0-9][A-Za-z0-9.:-]{0,127}$/u;

/**
 * The template that the server makes links to guidance from; `{rule}` stands for the rule id.
 *
 * @param scheme the editor's own scheme (`vscode`, `vscode-insiders`, ...)
 */
export function ruleLinkTemplate(scheme: string, extensionId: string): string {
  return `${scheme}://${extensionId}/rule/{rule}`;
}

/** The link that opens an entry of the catalog or a rule, given with its kind: `controls/C06`, `rules/torch-load-unsafe`. */
export function entryLink(scheme: string, extensionId: string, ref: string): string {
  const path = ref.startsWith('rules/') ? `rule/${ref.slice('rules/'.length)}` : `entry/${ref}`;
  return `${scheme}://${extensionId}/${path}`;
}

/**
 * What a link leads to: `/rule/ID`, `/stage/ID`, `/risk/ID`, `/overlay/ID`, `/lifecycle/ID`, `/view/crosswalk` or
 * `/entry/KIND/ID`, with `?overlay=ID` and the like for more; undefined for any other. A link can come from any web page, so
 * nothing but ids of entries is taken from it.
 */
export function guidanceOfLink(path: string, query = ''): LearnArguments | undefined {
  const [empty, kind, ...rest] = path.split('/');
  if (empty !== '' || kind === undefined) return undefined;
  const first = kind === 'entry' ? entryOf(rest) : rest.length === 1 ? selection(kind, rest[0]) : undefined;
  if (!first) return undefined;
  return { ...selectionsOf(query), ...first };
}

function selectionsOf(query: string): LearnArguments {
  return Object.assign(
    {},
    ...[...new URLSearchParams(query)].map(([key, value]) => selection(key, value) ?? {}),
  ) as LearnArguments;
}

function selection(kind: string, id: string | undefined): LearnArguments | undefined {
  const known = KINDS.find((candidate) => candidate === kind);
  if (!known || id === undefined || !ID.test(id)) return undefined;
  if (known !== 'view') return { [known]: id };
  const view = VIEWS.find((candidate) => candidate === id);
  return view && { view };
}

function entryOf(parts: readonly string[]): LearnArguments | undefined {
  const ref = parts.join('/');
  return parts.every((part) => ID.test(part)) && parseEntryRef(ref) ? { entry: ref } : undefined;
}
