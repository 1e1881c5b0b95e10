import { documentKind } from '../../src/source/document-kind';
import type { Catalog } from '../../src/catalog/catalog';
import type { Rule, RuleExample } from '../../src/analysis/rule';
import type { GeneratedFile } from './generated-file';
import { GENERATED_NOTE, list, table } from './markdown';

/** The documentation page of one rule. */
export function rulePage(rule: Rule, catalog: Catalog): GeneratedFile {
  const parts = [
    GENERATED_NOTE,
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity} · preset \`${rule.preset}\` · since ${rule.since}${
      rule.aliases ? ` · formerly ${rule.aliases.map((alias) => `\`${alias}\``).join(', ')}` : ''
    }`,
    '## What it finds',
    rule.what,
    '## Why it matters',
    rule.why,
    '## How to fix it',
    rule.fix,
    '## Examples',
    ...rule.examples.bad.slice(0, 2).map((example) => snippet('Found', example)),
    ...rule.examples.good.slice(0, 2).map((example) => snippet('Left alone', example)),
    '## Where it belongs',
    table(['', ''], belongs(rule, catalog)),
    ...(rule.references.length > 0
      ? ['## References', list(rule.references.map(({ title, url }) => `[${title}](${url})`))]
      : []),
    '## Ignore it',
    ignoring(rule),
    `\`\`\`yaml\nrules:\n  ${rule.id}: off\n\`\`\``,
  ];
  return { path: `docs/rules/${rule.id}.md`, content: `${parts.join('\n\n')}\n` };
}

/** A rule without languages is about model files, which hold no comments, or about the project's policy, which no comment waives. */
function ignoring({ id, languages, tags }: Rule): string {
  if (tags.includes('policy')) {
    return 'For one part and for a while, with an entry under `policy.exceptions` of `.mlsecops.yaml`: see [the policy](../policy.md). For a project, in `.mlsecops.yaml`:';
  }
  return languages.length > 0
    ? `For one line, with a reason: \`# mlsecops: ignore[${id}] reason\`. For a project, in \`.mlsecops.yaml\`:`
    : 'For one file, with `exclude` in `.mlsecops.yaml`; what is there already, with a baseline (`mlsecops baseline`). For a project, in `.mlsecops.yaml`:';
}

function snippet(heading: string, example: RuleExample): string {
  const language = example.output ? 'text' : languageOf(example);
  const policy = example.policy ? `\n\nwith\n\n\`\`\`yaml\n${example.policy.trim()}\n\`\`\`` : '';
  const place = example.file ? ` (\`${example.file}\`)` : '';
  return `${heading}: ${example.title}${place}\n\n\`\`\`${language}\n${example.code.trim()}\n\`\`\`${policy}`;
}

function belongs(rule: Rule, catalog: Catalog): readonly (readonly string[])[] {
  const rows: [string, string[]][] = [
    ['Lifecycle stage', rule.stages.map((id) => catalog.stages.get(id)?.title ?? id)],
    ['OWASP', rule.risks.map((id) => named(catalog.risks.get(id)?.label, catalog.risks.get(id)?.title, id))],
    ['CWE', rule.cwe.map((id) => named(id, catalog.weaknesses.get(id)?.title, id))],
    ['MITRE ATLAS', rule.atlas.map((id) => named(id, catalog.techniques.get(id)?.title, id))],
    ['Controls', rule.controls.map((id) => named(id, catalog.controls.get(id)?.title, id))],
  ];
  return rows.filter(([, items]) => items.length > 0).map(([name, items]) => [name, items.join('<br>')]);
}

function named(label: string | undefined, title: string | undefined, id: string): string {
  return title === undefined ? id : `${label ?? id} ${title}`;
}

/** The name of the language behind the fence, as Markdown readers know it. */
function languageOf({ file }: RuleExample): string {
  const language = documentKind(file ?? 'app.py')?.language ?? 'text';
  return { requirements: 'text', dotenv: 'sh', shell: 'sh' }[language as string] ?? language;
}
