import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Fix } from '../finding';
import type { RuleContext } from '../rule';
import { calleeName } from './call-text';
import { defaultSafety } from './default-since';
import { findArgument } from './find-argument';
import { importEdit } from './import-edit';
import { keywordEdit } from './keyword-edit';
import { unsafeReason } from './deserialization-verdict';

type XmlReader = ApiOf<'deserialization'>;

/**
 * How an XML reader takes entities: `external` opens files and addresses that a document names, as it is told or by default;
 * `internal` only grows with them; `none` is safe, or not known.
 */
export type EntityUse = 'told' | 'external' | 'internal' | 'none';

export function entityUse(call: Call, api: XmlReader, context: RuleContext): EntityUse {
  if (isDefused(context)) return 'none';
  if (api.call.endsWith('setFeature')) return setsExternalEntities(call, context) ? 'told' : 'none';
  if (api.call.startsWith('xml.')) return hasOwnParser(call, context) ? 'none' : 'internal';
  const parser = api.call.startsWith('{lxml') ? findArgument(call, PARSER, context.model) : undefined;
  if (parser?.state === 'given') return ofParser(parser.value, context);
  const reason = unsafeReason(call, api, context);
  if (reason?.kind === 'argument') return 'told';
  if (reason === undefined) return 'none';
  if (api.safeSince && defaultSafety(api.safeSince, context.packages).state === 'safe') return 'none';
  return 'external';
}

const PARSER = { keyword: 'parser', position: 1 };

/** `etree.parse(file, parser)`: what it was made with decides; what was made elsewhere is not known. */
function ofParser(parser: Expression, { model, packages }: RuleContext): EntityUse {
  const made = model.dereference(parser);
  if (made.kind !== 'call' || !made.names.some((name) => /^lxml\.etree\.\w*XMLParser$/u.test(name))) {
    return 'none';
  }
  const switched = findArgument(made, { keyword: 'resolve_entities' }, model);
  if (switched.state !== 'absent') return 'none';
  const safety = defaultSafety({ package: 'lxml', version: '5.0' }, packages);
  return safety.state === 'safe' ? 'none' : 'external';
}

/** A parser of one's own is handed on: it was looked at where it is made. */
function hasOwnParser(call: Call, { model }: RuleContext): boolean {
  const found = findArgument(call, { keyword: 'parser' }, model);
  return found.state === 'given' && model.qualifiedNames(found.value).some((name) => /defused/u.test(name));
}

function setsExternalEntities(call: Call, { model }: RuleContext): boolean {
  const feature = call.argument({ position: 0 });
  const value = call.argument({ position: 1 });
  if (feature.state !== 'given' || value.state !== 'given') return false;
  const isOn = model.evaluate(value.argument.value);
  return (
    /feature_external_[gp]es|external-(?:general|parameter)-entities/u.test(
      model.textAt(feature.argument.value.range),
    ) &&
    isOn.known &&
    Boolean(isOn.value)
  );
}

/** `defusedxml.defuse_stdlib()` makes the readers of the standard library safe. */
function isDefused({ model }: RuleContext): boolean {
  return (
    model.imports.some(({ module }) => /^defusedxml/u.test(module)) && model.text.includes('defuse_stdlib')
  );
}

/** The reader of the same name in defusedxml, or a parser that leaves entities alone. */
export function xmlFixes(call: Call, api: XmlReader, { model }: RuleContext): readonly Fix[] {
  const name = calleeName(call, model);
  if (name.startsWith('xml.') && !name.includes('()')) return defusedFix(call, name, model);
  if (name === 'lxml.etree.XMLParser' || name === 'lxml.etree.iterparse') {
    const edit = keywordEdit(call, { keyword: 'resolve_entities' }, 'False', model);
    return edit ? [{ title: 'Set resolve_entities=False', safe: false, edits: [edit] }] : [];
  }
  if (name.startsWith('lxml.etree.') && call.callee.kind === 'attribute') {
    const module = model.textAt(call.callee.object.range);
    const value = `${module}.XMLParser(resolve_entities=False)`;
    const edit = keywordEdit(call, PARSER, value, model);
    return edit ? [{ title: 'Read with resolve_entities=False', safe: false, edits: [edit] }] : [];
  }
  if (api.fix && 'setKeyword' in api.fix) {
    const edit = keywordEdit(call, { keyword: api.fix.setKeyword }, api.fix.value, model);
    return edit ? [{ title: `Set ${api.fix.setKeyword}=${api.fix.value}`, safe: false, edits: [edit] }] : [];
  }
  return [];
}

function defusedFix(call: Call, name: string, model: RuleContext['model']): readonly Fix[] {
  const safe = name
    .replace(/^xml\.(?:etree\.|dom\.)?/u, 'defusedxml.')
    .replace('cElementTree', 'ElementTree')
    .replace('xml.sax', 'defusedxml.sax');
  const [, module = ''] = /^(.+)\.\w+$/u.exec(safe) ?? [];
  if (
    !/^defusedxml\.(?:ElementTree\.(?:parse|iterparse|fromstring|XMLParser|XML)|sax\.(?:parse|parseString|make_parser)|(?:minidom|pulldom|expatbuilder)\.(?:parse|parseString))$/u.test(
      safe,
    )
  ) {
    return [];
  }
  const added = importEdit(model, { module });
  const edits = [...(added ? [added] : []), { range: call.callee.range, newText: safe }];
  return [{ title: `Call ${safe} (needs the package defusedxml)`, safe: false, edits }];
}
