import { entriesOf } from '../../../source/content/data-node';
import type { TextRange } from '../../../source/range';
import type { Fix } from '../../finding';
import type { RuleContext } from '../../rule';
import type { WorkflowStep } from './github-workflow';

/** Gives a value to a script as an environment variable instead of a part of its text. */
export function throughEnvironment(
  expression: string,
  at: TextRange,
  step: WorkflowStep,
  { model }: RuleContext,
): readonly Fix[] {
  const entries = entriesOf(step.node);
  const run = entries.find(({ key }) => key === 'run');
  const isShell = !entries.some(({ key }) => key === 'env' || key === 'shell');
  if (!run || !isShell || !/^github(?:\.\w+)+$/u.test(expression)) return [];
  const { start } = run.keyRange;
  const line = model.text.lastIndexOf('\n', start - 1) + 1;
  const before = model.text.slice(line, start);
  if (!/^\s*(?:-\s+)?$/u.test(before)) return [];
  const written = model.text.slice(model.text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const text = at.start < line + before.length + 4 ? '' : written.replace(/^\s*(?:-\s+)?run:\s/u, '');
  // The shell puts nothing in between single quotes, and a quoted YAML value has quotes of its own.
  if (count(text, "'") % 2 === 1 || /^["']/u.test(model.text.slice(run.value.range.start))) return [];
  const name = expression
    .split('.')
    .slice(-2)
    .join('_')
    .toUpperCase()
    .replace(/^(?:GITHUB|EVENT)_/u, '');
  const indent = ' '.repeat(before.length);
  const variable = count(text, '"') % 2 === 1 ? `\${${name}}` : `"$${name}"`;
  return [
    {
      title: `Give it to the script as \`$${name}\``,
      safe: false,
      edits: [
        {
          range: { start, end: start },
          newText: `env:\n${indent}  ${name}: \${{ ${expression} }}\n${indent}`,
        },
        { range: at, newText: variable },
      ],
    },
  ];
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
