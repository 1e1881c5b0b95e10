import type { StringExpression } from '../../source/expression';
import type { Fix } from '../finding';
import type { RuleContext } from '../rule';

/** Refers to a secret of the pipeline, or to a variable of who starts the services, instead of the value in the file. */
export function settingsFix(
  { range, label }: StringExpression,
  usual: string,
  { role }: RuleContext,
): readonly Fix[] {
  const name = label !== undefined && /^[A-Z][A-Z0-9_]*$/u.test(label) ? label : usual;
  if (role === 'compose') {
    const edits = [{ range, newText: `"\${${name}}"` }];
    return [{ title: `Read it from the variable ${name} of who starts the services`, safe: false, edits }];
  }
  if (role !== 'workflow') return [];
  const edits = [{ range, newText: `"\${{ secrets.${name} }}"` }];
  return [{ title: `Read it from the secret ${name} of the repository`, safe: false, edits }];
}
