import type { GuardedUse } from './guards';

/** Leaves the function, the loop or the program. */
const LEAVES = /\b(?:throw|return|continue|break)\b|\bprocess\.exit\(|\b(?:reject|fail|error)\(/u;
/** More names than this come from a search that went astray. */
const MOST_NAMES = 24;
/** What a value is made with, which is no name of it. */
const FUNCTIONS =
  /^(?:path|fs|Buffer|Object|Math|process|z)\.|^(?:encodeURI\w*|decodeURI\w*|fetch|axios|async|await|new|const|let|if|URL|path|this|fs|JSON|String|ROOT)$/u;
/** What a value is called after it was made comparable. */
const PARTS = ['hostname', 'host', 'origin', 'protocol', 'href', 'pathname'];

/**
 * Whether the JavaScript before a value tests one of its names and goes on only where the test was passed: `if (!ALLOWED.has(name))
 * throw ...`, a block under `if (ALLOWED.includes(name))`, a validator, a `switch`. Looks at the words, as `isGuarded` does.
 */
export function isGuardedInScript(before: string, names: readonly string[], use: GuardedUse): boolean {
  const known = withDerived(
    names.filter((name) => !FUNCTIONS.test(name)),
    before,
  );
  if (known.length === 0) return false;
  const tests = testsOf(known, use);
  if (tests.passes.test(before)) return true;
  return conditions(before).some((condition) => isPassed(condition, tests));
}

interface Tests {
  readonly good: RegExp;
  readonly bad: RegExp;
  /** Fails by itself, or holds for what stands behind it. */
  readonly passes: RegExp;
}

function testsOf(names: readonly string[], use: GuardedUse): Tests {
  const n = `(?<![\\w$.])(?:${names.map(escaped).join('|')})(?![\\w$])`;
  const normal = `${n}(?:\\??\\.(?:trim|toLowerCase|toUpperCase|toString|normalize)\\(\\))*`;
  const member = `[\\w$\\])]\\??\\.(?:includes|has|hasOwnProperty|hasOwn|test|exec|indexOf|some|every|find|get)\\((?:[^\\n;]*[\\s,(])?${normal}`;
  const validator = `\\b\\w*(?:[vV]alid|[aA]llow|[sS]afe|[pP]ermit|[aA]pprov|[tT]rust|[wW]hitelist|[wW]ithin|[iI]nside)\\w*\\([^\\n]*${n}`;
  const plain = `${normal}\\s*={2,3}\\s*["'\`A-Z]|${normal}\\s+in\\s+\\w|${n}\\??\\.match\\(\\s*/\\^`;
  const path = use === 'path' ? `|${n}\\??\\.startsWith\\(|\\brelative\\([^\\n]*${n}` : '';
  const url =
    use === 'url' ? `|${n}\\??\\.(?:startsWith\\(\\s*(?:["'\`]https?://[^"'\`/]+/|[A-Z_]+)|endsWith\\()` : '';
  const good = `${member}|${validator}|${plain}${path}${url}`;
  const denied =
    use === 'path'
      ? `|${n}\\??\\.(?:includes|startsWith)\\(\\s*["'\`]\\.\\.|\\bisAbsolute\\([^\\n]*${n}`
      : '';
  const checked = `(?:^|[\\n;{])\\s*(?:await\\s+)?(?:[\\w$]+\\.)*(?:validate|verify|ensure|assert|check)\\w*\\([^\\n]*${n}`;
  const chosen = `\\bswitch\\s*\\(\\s*${n}\\s*\\)\\s*\\{(?![\\s\\S]*\\bdefault\\s*:)[\\s\\S]*\\bcase\\b`;
  const inline = `(?:${good})[^\\n;{}!]*\\)?\\s*(?:\\?|&&)[^\\n;:]*$`;
  return {
    good: new RegExp(good, 'u'),
    bad: new RegExp(
      `!\\s*\\(?(?:await\\s+)?[^\\n&|]*?(?:${good})|${normal}\\s*!={1,2}\\s*["'\`A-Z]|(?:${member})[^\\n&|]*(?:===?\\s*-1|<\\s*0)${denied}`,
      'u',
    ),
    passes: new RegExp(`${checked}|${chosen}|${inline}`, 'u'),
  };
}

interface Condition {
  readonly text: string;
  /** What stands behind the closing parenthesis. */
  readonly rest: string;
}

/** The conditions of `if` and `while`, each with the text behind it. */
function conditions(before: string): readonly Condition[] {
  const found: Condition[] = [];
  for (const { index, 0: start } of before.matchAll(/\b(?:if|while)\s*\(/gu)) {
    const from = index + start.length;
    const end = closing(before, from, '(', ')');
    if (end !== undefined) found.push({ text: before.slice(from, end), rest: before.slice(end + 1) });
  }
  return found;
}

/** Where what is open at `from` is closed. */
function closing(text: string, from: number, open: string, close: string): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return undefined;
}

function isPassed({ text, rest }: Condition, { good, bad }: Tests): boolean {
  const isBad = bad.test(text);
  if (!isBad && !good.test(text)) return false;
  const body = rest.trimStart();
  const isBlock = body.startsWith('{');
  const end = isBlock ? closing(body, 1, '{', '}') : endOfStatement(body);
  if (!isBad || end === undefined) return !isBad && end === undefined;
  const isElse = /^\s*else\s*\{/u.exec(body.slice(end + 1));
  if (isElse) return closing(body, end + 1 + isElse[0].length, '{', '}') === undefined;
  return LEAVES.test(body.slice(0, end + 1));
}

function endOfStatement(text: string): number | undefined {
  const at = text.search(/[;\n]/u);
  return at < 0 ? undefined : at;
}

/** The names with those that are made from them before: `const host = new URL(url).hostname`. */
function withDerived(names: readonly string[], before: string): readonly string[] {
  const all = new Set(names);
  const made =
    /(?:\b(?:const|let|var)\s+|^\s*)(\{[^}\n]*\}|[\w$]+)(?:\s*:\s*[\w<>[\]| ]+)?\s*=(?![=>])\s*([^\n]+)/gmu;
  for (const [, target = '', source = ''] of before.matchAll(made)) {
    if (all.size >= MOST_NAMES) break;
    if (![...all].some((name) => new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`, 'u').test(source)))
      continue;
    for (const [name] of target.matchAll(/[\w$]+/gu)) all.add(name);
  }
  return [...all].flatMap((name) => [
    name,
    ...PARTS.flatMap((part) => [`${name}.${part}`, `new URL(${name}).${part}`]),
  ]);
}

function escaped(text: string): string {
  return text.replaceAll(/[$.()[\]{}*+?^|\\/]/gu, String.raw`\$&`);
}
