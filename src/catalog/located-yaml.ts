import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type ParsedNode } from 'yaml';
import type { DataPath } from './problem';
import { aliasProblem } from './yaml-aliases';
import { duplicateKeys } from './yaml-duplicate-keys';
import type { YamlProblem, YamlRange } from './yaml-problem';
import { yamlTokens } from './yaml-tokens';

export type { YamlProblem, YamlRange };

export interface YamlLimits {
  /** UTF-16 units of the text. */
  readonly length: number;
  /** How many aliases (`*name`) may stand in the text, and how many copies they may make. */
  readonly aliases: number;
  /** Lists and mappings inside one another. */
  readonly depth: number;
}

export const DEFAULT_YAML_LIMITS: YamlLimits = { length: 250_000, aliases: 100, depth: 64 };

/** More say nothing new about a text. */
const MAX_PROBLEMS = 100;

export interface LocatedYaml {
  /** What the text says as plain data, as far as it could be read; `undefined` when empty or over a limit. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  /**
   * Where the value at `path` stands, or its key; where the path leads to nothing, the nearest value above it.
   */
  readonly rangeOf: (path: DataPath, part?: 'key' | 'value') => YamlRange;
  /** Line and column of an offset, both from 1. */
  readonly positionAt: (offset: number) => { readonly line: number; readonly column: number };
}

/**
 * Reads one YAML 1.2 document and keeps where each value stands. Never throws: what is wrong with the text, a limit it
 * exceeds included, is in `problems`.
 */
export function parseLocatedYaml(text: string, limits: YamlLimits = DEFAULT_YAML_LIMITS): LocatedYaml {
  const lines = new LineCounter();
  const positionAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    // A text that was not read has no lines that could be counted.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const stopped = (message: string): LocatedYaml => {
    const range = { start: 0, end: 0 };
    return { data: undefined, problems: [{ message, range }], rangeOf: () => range, positionAt };
  };

  if (text.length > limits.length) {
    return stopped(`The file is longer than ${limits.length} characters and was not read.`);
  }
  const tokens = yamlTokens(text, lines, limits.depth);
  if (tokens === undefined) {
    return stopped(
      `Lists and mappings are nested deeper than ${limits.depth} levels; the file was not read.`,
    );
  }

  const [document, second] = new Composer({ version: '1.2', uniqueKeys: false }).compose(
    tokens,
    true,
    text.length,
  );
  if (document === undefined) return stopped('The file could not be read as YAML.');
  const problems = [...document.errors, ...document.warnings].map(
    ({ message, pos: [start, end] }): YamlProblem => ({ message, range: { start, end } }),
  );
  problems.push(...duplicateKeys(document));
  if (second !== undefined) {
    const [start, end] = second.range;
    problems.push({ message: 'Only the first document of the file is read.', range: { start, end } });
  }
  const data = dataOf(document, limits, problems);
  return { data, problems: problems.slice(0, MAX_PROBLEMS), rangeOf: rangesIn(document), positionAt };
}

function dataOf(document: Document.Parsed, limits: YamlLimits, problems: YamlProblem[]): unknown {
  const refused = aliasProblem(document, limits.aliases);
  if (refused !== undefined) {
    problems.push(refused);
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: limits.aliases }) as unknown;
  } catch {
    // Only aliases that multiply beyond the limit are left to throw here.
    const message = `The aliases make more than ${limits.aliases} copies; the file was not read.`;
    problems.push({ message, range: { start: 0, end: 0 } });
    return undefined;
  }
}

function rangesIn(document: Document.Parsed): LocatedYaml['rangeOf'] {
  return (path, part = 'value') => {
    let range: YamlRange = { start: 0, end: 0 };
    let node: unknown = document.contents;
    if (hasRange(node)) range = rangeOfNode(node);
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(document);
      const child = childOf(node, step);
      if (child === undefined) break;
      const wanted = part === 'key' && depth === path.length - 1 ? child.key : child.value;
      if (hasRange(wanted)) range = rangeOfNode(wanted);
      else if (hasRange(child.key)) range = rangeOfNode(child.key);
      node = child.value;
    }
    return range;
  };
}

function childOf(node: unknown, step: string | number): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const value = node.items[step];
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { key: pair.key, value: pair.value };
}

function hasRange(node: unknown): node is ParsedNode {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function rangeOfNode(node: ParsedNode): YamlRange {
  return { start: node.range[0], end: node.range[1] };
}
