import { plainString } from '../../source/content/plain-string';
import type { StringExpression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { checkAddress } from './key-literal';
import { configSecret, isSecretName } from './config-secret';
import { guessKey } from './key-guess';
import { reportAddress, reportGuess, reportKey } from './key-report';
import { literalSecrets } from './literal-secrets';
import { secretsIn } from './secret-matcher';

/** Files that another rule about secrets looks at, and those that hold hashes of everything. */
const OTHERS = new Set<RuleContext['role']>(['agent-settings', 'mcp-config', 'ide-settings', 'package-lock']);

/** Files in which a name such as `password` means what it says. */
const SETTINGS = new Set<RuleContext['role']>([
  'environment',
  'compose',
  'workflow',
  'installer-config',
  'data-pipeline',
]);

/** Words for a password that a program for development uses. */
const USUAL =
  /^(?:postgres\w*|root|admin\w*|guest|test\w*|user|neo4j|minio\w*|redis|mysql|mongo\w*|pass(?:word|wd)?\d*|secret|example|dev\w*|local\w*|airflow|mlflow|langfuse|clickhouse|weaviate|milvus|superset)$/iu;

/** Looks at one value of a configuration file. */
export function checkSetting(literal: StringExpression, context: RuleContext): void {
  if (OTHERS.has(context.role)) return;
  const found = literalSecrets(literal, context);
  for (const one of found) reportKey(one, literal, context);
  const { value } = literal;
  if (found.length > 0 || value === undefined) return;
  checkAddress(literal, context);
  // Manifests hold keys that are meant to be public: of telemetry, of a search.
  if (context.role === 'model-config' || context.role === 'package-manifest') return;
  const pair = /^([A-Za-z_][\w.-]*)=([^]*)$/u.exec(value);
  checkNamed(literal, pair?.[1] ?? literal.label, pair?.[2] ?? value, context);
}

function checkNamed(
  literal: StringExpression,
  name: string | undefined,
  value: string,
  context: RuleContext,
): void {
  if (name === undefined || !isSecretName(name) || /^(?:tokens?|keys?|auth|cookie)$/iu.test(name)) return;
  const text = value.trim().replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/u, '');
  if (configSecret(name, text, context.catalog) === undefined && !/^sk-|^hf_/u.test(text)) return;
  const guess = guessKey(text, context.catalog);
  if (guess) {
    reportGuess(guess, literal, { name, secret: text }, context);
    return;
  }
  const isPassword = /passw|pwd/iu.test(name) && !USUAL.test(text);
  if (isPassword && SETTINGS.has(context.role))
    reportGuess('issued', literal, { name, secret: text }, context);
}

/** `user:password@` in an address of a package index, a repository or a store. */
const ADDRESS =
  /\b(?:https?|git\+https?|postgres(?:ql)?(?:\+\w+)?|mysql(?:\+\w+)?|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s"'`/@:<>]*:[^\s"'`/@<>]+@[^\s"'`<>]+/gu;

/** `export NAME=value`, `NAME=value` of a script, `api-key: value` of a header on a command line. */
const SHELL_VALUE =
  /(?:^|[\s;&|])(?:export\s+|set\s+-x\s+|setenv\s+|-e\s+|--env[= ])?([A-Z][A-Z\d_]*)[= ](["']?)([^\s"'`;&|$]{8,200})\2(?=$|[\s;&|])/gmu;

/** Looks at the text of a document that holds no program: comments, prose, commands, and what no reader took apart. */
export function checkText(text: string, context: RuleContext): void {
  if (OTHERS.has(context.role)) return;
  const { model, catalog, content } = context;
  const isRead = (start: number): boolean =>
    model.strings.some(({ range }) => range.start <= start && start < range.end) ||
    content.instructions.some(({ settings }) =>
      settings.some(
        ({ name, valueRange }) => isSecretName(name) && valueRange.start <= start && start < valueRange.end,
      ),
    );
  const known = secretsIn(text, catalog);
  for (const { format, secret, start, end } of known) {
    if (!isRead(start))
      reportKey({ format, secret, range: { start, end }, whole: false }, undefined, context);
  }
  if (model.strings.length > 0) return;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const end = index + address.length;
    if (known.some((one) => one.start < end && index < one.end)) continue;
    const literal = textLiteral(text, index, end);
    if (/^(?:git\+)?https?:/u.test(address)) checkWebAddress(literal, context);
    else checkAddress(literal, context);
  }
  if (model.language !== 'shell') return;
  for (const match of text.matchAll(SHELL_VALUE)) {
    const [whole, name = '', quote = '', value = ''] = match;
    const end = match.index + whole.length - quote.length;
    if (known.some((one) => one.start < end && match.index < one.end)) continue;
    checkNamed(textLiteral(text, end - value.length, end), name, value, context);
  }
}

function checkWebAddress(literal: StringExpression, context: RuleContext): void {
  const [, user = '', password = ''] = /:\/\/([^/:@]*):([^/@]+)@/u.exec(literal.value ?? '') ?? [];
  const isGiven =
    password.length >= 6 && !/[${}<>%]|^(?:pass(?:word)?|token|secret)$/iu.test(user + password);
  if (isGiven && !/your|example|xxxx/iu.test(password)) reportAddress(literal.range, password, context);
}

function textLiteral(text: string, start: number, end: number): StringExpression {
  return plainString(text.slice(start, end), { start, end });
}
