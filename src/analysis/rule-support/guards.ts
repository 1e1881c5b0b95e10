import type { Expression } from '../../source/expression';
import type { Origin, SourceModel } from '../../source/model';
import { isScript } from './language';
import { isGuardedInScript } from './script-guards';

/** What a value is about to be used as: for a path and for an address a test of how it begins says enough. */
export type GuardedUse = 'path' | 'url' | 'other';

/** Enough for any real function; more names than this come from a search that went astray. */
const MOST_NAMES = 24;

/** Leaves the function, the loop or the program. */
const LEAVES =
  /^\s*(?:raise|return|continue|break|yield|(?:[\w.]+\.)?(?:abort|exit|_exit|stop|fail|error|critical)\s*\()/;

/**
 * Whether the code before a value tests it and goes on only where it passed: `if choice not in ALLOWED: raise`, a block under
 * `if choice in ALLOWED`, a full match of a pattern, a validator. Conditions are no part of the source model, so this looks at
 * the words of the function around the value.
 */
export function isGuarded(value: Expression, origin: Origin, use: GuardedUse, model: SourceModel): boolean {
  if (isCheckedOnItsWay(value, origin, use, model)) return true;
  const around = model.functionAt(value.range.start)?.range;
  const start = around?.start ?? 0;
  const text = around ? model.textAt(around) : model.text;
  const at = value.range.start - start;
  const names = namesIn(value, origin, model);
  if (isScript(model)) return isGuardedInScript(text.slice(0, at), names, use);
  const before = text.slice(0, text.lastIndexOf('\n', at) + 1);
  if (!/\b(?:if|elif|while|assert)\b|assert_|valid|check|ensure|verify|relative_to|match/.test(before))
    return false;
  const tests = testsOf(withDerived(names, before, use, model.textAt(value.range)), use);
  if (tests.length === 0) return false;
  const lines = before.split('\n');
  const indent = indentOf(text.slice(before.length));
  return lines.some((line, index) => isPassed(line, index, lines, indent, tests));
}

/** What a helper that checks a path or an address before it returns it is made of. */
const HELPER: Readonly<Record<GuardedUse, RegExp | undefined>> = {
  path: /\.parents\b|\bis_relative_to\(|\brelative_to\(|\bcommon(?:path|prefix)\(|\.starts[wW]ith\(|\bpath\.relative\(/u,
  url: /\b(?:hostname|netloc|host|origin)\b[\s\S]*(?:\bin\b|\.(?:includes|has)\()|\.starts[wW]ith\(\s*\(?\s*["']https?:\/\/[^"'/]+\//u,
  other: undefined,
};

/** Whether the value comes out of a helper of this file that looks where it leads. */
function isCheckedOnItsWay(
  value: Expression,
  { path }: Origin,
  use: GuardedUse,
  model: SourceModel,
): boolean {
  const test = HELPER[use];
  if (!test) return false;
  const own = model.functionAt(value.range.start);
  return path.some(({ range, label }) => {
    if (!label.startsWith('returned by')) return false;
    const helper = model.functionAt(range.start);
    return helper !== undefined && helper !== own && test.test(model.textAt(helper.range));
  });
}

interface Tests {
  /** True where the value is fine. */
  readonly good: RegExp;
  /** True where it is not. */
  readonly bad: RegExp;
  /** Raises by itself. */
  readonly raising: RegExp;
}

function testsOf(names: readonly string[], use: GuardedUse): readonly Tests[] {
  return names.map((name) => {
    const plain = name.replaceAll('.', '\\.');
    const parsed = `(?:urlparse|urlsplit|URL)\\(\\s*${plain}\\s*\\)\\.(?:hostname|netloc|host)`;
    const n = `(?:${plain}|${parsed})(?:\\.(?:strip|lower|upper|casefold|rstrip|lstrip)\\(\\))*`;
    const begins = `${n}\\.(?:startswith|is_relative_to)\\(|\\bcommon(?:path|prefix)\\(\\s*[[(][^\\n]*\\b${n}`;
    const inside = use === 'path' ? `|${begins}|\\bin\\s+${n}\\.parents\\b` : '';
    const host = use === 'url' ? `|${n}\\.startswith\\(\\s*\\(?\\s*[rf]?["']https?://[^"'/]+/` : '';
    const matches = `\\bfullmatch\\([^\\n]*\\b${n}\\s*[,)]|\\bmatch\\([^\\n]*\\$["'][^\\n]*\\b${n}\\s*[,)]|\\b${n}\\.(?:isdigit|isnumeric|isdecimal|isalnum|isalpha|isidentifier)\\(`;
    const validator = `\\b\\w*(?:valid|allow|safe|permitted|approved|trusted|whitelist)\\w*\\([^\\n]*\\b${n}\\b`;
    const equal = `\\b${n}\\s*==\\s*["']`;
    const good = `\\b${n}\\s+in\\s+(?!["'])|${matches}|${validator}|${equal}${inside}${host}`;
    const denied = use === 'path' ? `|["']\\.\\.["']\\s+in\\s+${n}|\\bis_symlink\\(` : '';
    return {
      good: new RegExp(good),
      bad: new RegExp(
        `\\b${n}\\s+not\\s+in\\b|\\bnot\\s+(?:[^\\n]*?)(?:${good})|\\b${n}\\s*!=\\s*["']|commonpath\\([^\\n]*\\b${n}\\b[^\\n]*!=${denied}`,
      ),
      raising: new RegExp(
        `^\\s*(?:await\\s+)?(?:[\\w.]+\\.)?_?(?:validate|verify|ensure|assert|check(?!_(?:output|call)))_?\\w*\\([^\\n]*\\b${n}\\b${use === 'path' ? `|\\b${n}\\.relative_to\\(` : ''}`,
      ),
    };
  });
}

/** Whether a line is a test that has been passed by whoever gets to the end of the lines. */
function isPassed(
  line: string,
  index: number,
  lines: readonly string[],
  indent: number,
  tests: readonly Tests[],
): boolean {
  if (tests.some(({ raising }) => raising.test(line))) return true;
  if (!/^\s*(?:if|elif|while|assert|case)\b/.test(line)) return false;
  const own = indentOf(line);
  const rest = lines.slice(index + 1);
  const end = blockEnd(own, rest);
  const isOpen = end < 0 && indent > own;
  if (isOpen && isFixedCase(line, lines.slice(0, index), tests)) return true;
  const condition = /^\s*(?:if|elif|while|assert)\b(.*)$/.exec(line)?.[1];
  if (condition === undefined) return false;
  if (/^\s*assert\b/.test(line))
    return tests.some(({ good, bad }) => good.test(condition) && !bad.test(condition));
  const isBad = tests.some(({ bad }) => bad.test(condition));
  if (isBad) {
    const body = end < 0 ? rest : rest.slice(0, end);
    return end >= 0 || indent <= own
      ? body.some((other) => LEAVES.test(other)) || /:\s*(?:raise|return|continue|break)\b/.test(condition)
      : false;
  }
  return isOpen && tests.some(({ good }) => good.test(condition));
}

/** Where the block that a line opens ends among the lines behind it; below 0 when it goes on to the last. */
function blockEnd(own: number, rest: readonly string[]): number {
  return rest.findIndex((other) => other.trim() !== '' && indentOf(other) <= own);
}

/** `case "ls":` under `match command:`. */
function isFixedCase(line: string, before: readonly string[], tests: readonly Tests[]): boolean {
  if (!/^\s*case\s+(?:\(?\s*(["'])[^"'{}]*\1\s*\)?\s*\|?\s*)+:/u.test(line)) return false;
  const own = indentOf(line);
  const matched = before.findLast((other) => other.trim() !== '' && indentOf(other) < own);
  const [, subject] = /^\s*match\s+(.+?)\s*:/u.exec(matched ?? '') ?? [];
  // What is said of `name == "x"` is said here of each case.
  return subject !== undefined && tests.some(({ good }) => good.test(`${subject} == "`));
}

/** The names that a value is known by on its way. */
function namesIn(value: Expression, { path }: Origin, model: SourceModel): readonly string[] {
  const written = model.textAt(value.range).replace(/\s*\n[\s\S]*$/, '');
  const own = [
    ...written.replace(/(?<=^|[^\w])[rbuf]*(["'])(?:(?!\1)[^{\\]|\\.)*\1/g, '').matchAll(/[A-Za-z_][\w.]*/g),
  ].map(([name]) => name.replace(/\.(?:strip|lower|upper|encode|decode|format)$/, ''));
  const passed = path.flatMap(({ label }) =>
    [...label.matchAll(/`([A-Za-z_][\w.]*)`/g)].map(([, name = '']) => name),
  );
  return [...new Set([...own, ...passed])].filter(
    (name) => !/^(?:os|str|json|self|f|Path|shlex|re)$/.test(name),
  );
}

/** What says enough of a value that is used so: the name of a path, the host of an address. */
const TELLING_PARTS: Readonly<Record<GuardedUse, readonly string[]>> = {
  path: ['name'],
  url: ['hostname', 'netloc', 'scheme'],
  other: [],
};

/** What a tool is called with: the name of the tool says nothing of it. */
const OF_TOOL_CALL = /^\.(?:input|args|arguments|function|params|parameters|kwargs)\b/u;

/** And those that are made from them before: `host = urlparse(url).hostname`. */
function withDerived(
  names: readonly string[],
  before: string,
  use: GuardedUse,
  written: string,
): readonly string[] {
  const all = new Set(names);
  for (const [, target = '', source = ''] of before.matchAll(/^\s*(\w+)\s*=\s*(.+)$/gm)) {
    if (all.size >= MOST_NAMES) break;
    if ([...all].some((name) => new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(source))) {
      all.add(target);
    }
  }
  return [...all].flatMap((name) =>
    name.includes('.') || (written.startsWith(name) && OF_TOOL_CALL.test(written.slice(name.length)))
      ? [name]
      : [name, ...TELLING_PARTS[use].map((part) => `${name}.${part}`)],
  );
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
