import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { RuleContext } from '../rule';
import { calleeName } from './call-text';
import { commandText } from './command-text';

/** A command line that does what a risky call of a library would. */
export interface RiskyCommand {
  readonly pattern: RegExp;
  /** For the message, as a verb with its object. */
  readonly does: string;
}

/** Reports the commands a program runs that one of the patterns describes. */
export function riskyCommandListener(
  commands: readonly RiskyCommand[],
  advice: string,
): (call: Call, api: ApiOf<'execution-sink'>, context: RuleContext) => void {
  return (call, api, context) => {
    const text = api.sink === 'shell' ? commandText(call, api, context.model) : undefined;
    const found = text === undefined ? undefined : commands.find(({ pattern }) => pattern.test(text));
    if (!found) return;
    context.report({
      at: call,
      subject: calleeName(call, context.model),
      message: `This command ${found.does}. ${advice}`,
    });
  };
}
