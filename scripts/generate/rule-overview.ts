import type { Rule } from '../../src/analysis/rule';
import { table } from './markdown';
import { byClass } from './rule-classes';

/** Rules by class in one short table, linked to their pages below `folder`; those that a preset has to ask for are in italics. */
export function ruleOverview(rules: readonly Rule[], folder: string): string {
  const link = ({ id, preset }: Rule): string => {
    const text = `[${id}](${folder}${id}.md)`;
    return preset === 'recommended' ? text : `*${text}*`;
  };
  return table(
    ['Class', 'Rules'],
    byClass(rules).map(({ title, rules: ofClass }) => [title, ofClass.map(link).join(', ')]),
  );
}
