import { isFreeName } from './free-name';
import { isScript } from './language';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';

/** Takes the value from the system's own source of randomness. The generators of NumPy have no twin there, but for `bytes`. */
export function secretGeneratorFix(call: Call, model: SourceModel): readonly Fix[] {
  const name = call.names.find((one) => /^(?:random|numpy\.random)\./u.test(one));
  const newText = name === undefined ? undefined : twinOf(name);
  if (newText === undefined || isScript(model) || !isFreeName('secrets', model)) return [];
  const added = importEdit(model, { module: 'secrets' });
  const renamed = { range: call.callee.range, newText };
  const edits = added ? [added, renamed] : [renamed];
  return [{ title: `Use ${newText}`, safe: false, edits }];
}

function twinOf(name: string): string | undefined {
  if (name === 'numpy.random.bytes') return 'secrets.token_bytes';
  if (name === 'random.choice') return 'secrets.choice';
  // A generator of its own was seeded for a reason that is not seen here.
  return /^random\.\w+$/u.test(name) ? name.replace('random.', 'secrets.SystemRandom().') : undefined;
}
