import type { Rule } from '../../src/analysis/rule';
import { list, table } from '../generate/markdown';
import type { FixTrial } from './fix-trials';

/** The page that says which fixes there are, and what became of each when it was applied. */
export function fixesPage(
  rules: readonly Rule[],
  trials: readonly FixTrial[],
  reasons: Readonly<Record<string, string>>,
): string {
  const fixable = new Set(trials.map(({ rule }) => rule));
  const without = rules.filter(({ id }) => !fixable.has(id));
  const rows = trials.map((trial) => [
    `[\`${trial.rule}\`](rules/${trial.rule}.md)`,
    trial.example.title,
    trial.fix.title,
    trial.fix.safe ? 'yes' : 'no',
    trial.parses ? 'yes' : '**no**',
    outcome(trial),
  ]);
  return [
    '<!-- Made by `npm run fixes`. Do not edit. -->',
    '',
    '# Fixes',
    '',
    `${fixable.size} of ${rules.length} rules offer an edit. Here each fix is applied, on its own, to the bad example that it is offered for; the result is parsed and analysed again. ${trials.length} fixes: ${count(trials, ({ parses }) => parses)} results parse, ${count(trials, ({ isGone }) => isGone)} findings are gone. A safe fix keeps what the program does and is part of “fix all”; every other one is a decision of yours. A fix whose value only you know, such as the commit you have looked at, writes a placeholder, and the rule goes on reporting it until you put the value in.`,
    '',
    table(['Rule', 'Bad example', 'Fix', 'Safe', 'Parses', 'Finding'], rows),
    '',
    '## Rules without a fix',
    '',
    'No edit of the place would be right by itself:',
    '',
    list(without.map(({ id }) => `[\`${id}\`](rules/${id}.md): ${reasons[id] ?? '**no reason given**'}`)),
    '',
  ].join('\n');
}

function outcome({ isGone, isPlaceholder }: FixTrial): string {
  if (!isGone) return '**still there**';
  return isPlaceholder ? 'waits for the value' : 'gone';
}

function count(trials: readonly FixTrial[], test: (trial: FixTrial) => boolean): number {
  return trials.filter(test).length;
}
