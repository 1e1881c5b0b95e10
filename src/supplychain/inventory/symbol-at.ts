import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** The name that the result of a call is given where it is made: `researcher = Agent(...)`; undefined for none. */
export function symbolAt(call: Call, model: SourceModel): string | undefined {
  const { start } = call.range;
  const statement = model.statementAt(start);
  if (statement) {
    const before = model.text.slice(statement.start, start);
    const named =
      /(?:^|\b(?:const|let|var)\s+)(?:export\s+)?(?:self\.|this\.)?([A-Za-z_$][\w$]*)\s*(?::[^=]+)?=\s*(?:await\s+)?(?:new\s+)?$/u.exec(
        before,
      );
    if (named?.[1]) return named[1];
  }
  return model.functionAt(start)?.name;
}
