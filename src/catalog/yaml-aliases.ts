import { visit, type Alias, type Document, type ParsedNode } from 'yaml';
import type { YamlProblem, YamlRange } from './yaml-problem';

/**
 * Says why a document's aliases must not be followed: too many of them, one without an anchor, or one inside
 * the value it stands for, which would make data without an end.
 */
export function aliasProblem(document: Document.Parsed, limit: number): YamlProblem | undefined {
  const aliases: Alias.Parsed[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias as Alias.Parsed) });
  const beyond = aliases[limit];
  if (beyond !== undefined) {
    return {
      message: `There are more than ${limit} aliases; the file was not read.`,
      range: rangeOf(beyond),
    };
  }
  for (const alias of aliases) {
    const anchored = alias.resolve(document) as ParsedNode | undefined;
    const name = `"*${alias.source}"`;
    if (anchored === undefined) {
      return { message: `${name} has no anchor before it; the file was not read.`, range: rangeOf(alias) };
    }
    if (anchored.range[0] <= alias.range[0] && alias.range[1] <= anchored.range[1]) {
      const message = `${name} stands inside the value it repeats; the file was not read.`;
      return { message, range: rangeOf(alias) };
    }
  }
  return undefined;
}

function rangeOf({ range }: Alias.Parsed): YamlRange {
  return { start: range[0], end: range[1] };
}
