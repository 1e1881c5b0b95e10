import type { LearnArguments } from '../../protocol/messages';

/** What a link can lead to: the parts of the panel's detail that have an id. */
const KINDS = ['rule', 'stage', 'risk'] as const;

/** Ids of the catalog and of rules: letters, digits and `. : -` between them. */
const ID = /^[A-Za-z0-9][A-Za-z0-9.:-]{0,127}$/u;

/**
 * The template that the server makes links to guidance from; `{rule}` stands for the rule id.
 *
 * @param scheme the editor's own scheme (`vscode`, `vscode-insiders`, ...)
 */
export function ruleLinkTemplate(scheme: string, extensionId: string): string {
  return `${scheme}://${extensionId}/rule/{rule}`;
}

/**
 * What the path of a link (`/rule/ID`, `/stage/ID` or `/risk/ID`) leads to; undefined for any other. A link can come from
 * any web page, so nothing but the id of an entry is taken from it.
 */
export function guidanceOfPath(path: string): LearnArguments | undefined {
  const [empty, kind, id, ...rest] = path.split('/');
  const known = KINDS.find((candidate) => candidate === kind);
  if (empty !== '' || !known || id === undefined || !ID.test(id) || rest.length > 0) return undefined;
  return { [known]: id };
}
