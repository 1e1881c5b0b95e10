import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import type { Fix } from '../finding';
import { dictionaryEntryEdit } from './dictionary-entry-edit';
import { findArgument } from './find-argument';
import { keywordEdit } from './keyword-edit';
import type { MutableReason } from './pin-state';
import { REVISION_PLACEHOLDER } from './revision';

/**
 * The edit that writes a revision for the user to complete. It is never safe: only a person can say which commit was
 * checked, and the rule goes on reporting the placeholder until it is replaced.
 */
export function pinFixes(
  call: Call,
  api: ApiOf<'download'>,
  because: MutableReason,
  model: SourceModel,
): readonly Fix[] {
  if (because.kind === 'placeholder') return [];
  const edit = pinEdit(call, api, because, model);
  const title =
    because.kind === 'missing' ? 'Pin revision…' : `Pin revision instead of "${because.revision}"…`;
  return edit ? [{ title, safe: false, edits: [edit] }] : [];
}

function pinEdit(
  call: Call,
  api: ApiOf<'download'>,
  because: MutableReason,
  model: SourceModel,
): SourceEdit | undefined {
  const separator = INLINE_SEPARATORS.get(api.hub);
  if (separator !== undefined) return inlineEdit(call, api, separator, model);
  const { revision } = api;
  if (revision?.keyword === undefined || (because.kind !== 'missing' && because.inline)) return undefined;
  const placeholder = `"${REVISION_PLACEHOLDER}"`;
  return revision.key === undefined
    ? keywordEdit(call, { ...revision, keyword: revision.keyword }, placeholder, model)
    : dictionaryEntryEdit(call, { keyword: revision.keyword, key: revision.key }, placeholder, model);
}

/** Hubs whose names carry the revision: `owner/repository:v1`, `hf_hub:owner/model@v1`. */
const INLINE_SEPARATORS: ReadonlyMap<ApiOf<'download'>['hub'], string> = new Map([
  ['torch-hub', ':'],
  ['timm', '@'],
]);

/** Only a plain literal in the call can be completed; a constant may serve other calls too. */
function inlineEdit(
  call: Call,
  api: ApiOf<'download'>,
  separator: string,
  model: SourceModel,
): SourceEdit | undefined {
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given' || !source.argument.inPlace || source.value.kind !== 'string')
    return undefined;
  const [part] = source.value.parts;
  if (source.value.parts.length !== 1 || part?.kind !== 'text') return undefined;
  const start = part.range.start;
  const written = model.textAt({ start, end: part.range.end });
  if (written !== part.value) return undefined;
  const at = written.indexOf(separator, written.indexOf('/'));
  const from = at > 0 ? start + at : part.range.end;
  return { range: { start: from, end: part.range.end }, newText: separator + REVISION_PLACEHOLDER };
}
