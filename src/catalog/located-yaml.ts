import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { DataPath } from './problem';
import { exceedsDepth } from './yaml-depth';

export interface YamlLimits {
  /** UTF-16 units of the text. */
  readonly length: number;
  /** How often aliases may repeat what their anchors hold. */
  readonly aliases: number;
  /** Lists and mappings inside one another. */
  readonly depth: number;
}

export const DEFAULT_YAML_LIMITS: YamlLimits = { length: 1_000_000, aliases: 100, depth: 64 };

/** Half-open range of UTF-16 offsets. */
export interface YamlRange {
  readonly start: number;
  readonly end: number;
}

export interface YamlProblem {
  readonly message: string;
  readonly range: YamlRange;
}

export interface LocatedYaml {
  /** What the text says as plain data, as far as it could be read; `undefined` when empty or over a limit. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  /**
   * Where the value at `path` stands, or its key; where the path leads to nothing, the nearest value above it.
   */
  rangeOf(path: DataPath, part?: 'key' | 'value'): YamlRange;
  /** Line and column of an offset, both from 1. */
  positionAt(offset: number): { readonly line: number; readonly column: number };
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

  if (text.length > limits.length)
    return stopped(`The file is longer than ${limits.length} characters and was not read.`);
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  // The composer recurses; the parser does not. Depth is therefore checked between the two.
  if (exceedsDepth(tokens, limits.depth)) {
    return stopped(
      `Lists and mappings are nested deeper than ${limits.depth} levels; the file was not read.`,
    );
  }

  const [document, second] = new Composer({ version: '1.2' }).compose(tokens, true, text.length);
  if (document === undefined) return stopped('The file could not be read as YAML.');
  const problems = [...document.errors, ...document.warnings].map(
    ({ message, pos: [start, end] }): YamlProblem => ({ message, range: { start, end } }),
  );
  if (second !== undefined) {
    const [start, end] = second.range;
    problems.push({ message: 'Only the first document of the file is read.', range: { start, end } });
  }
  return { data: dataOf(document, limits, problems), problems, rangeOf: rangesIn(document), positionAt };
}

function dataOf(document: Document.Parsed, limits: YamlLimits, problems: YamlProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: limits.aliases }) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({ message: `The aliases cannot be resolved: ${reason}`, range: { start: 0, end: 0 } });
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
