import type { ApiOf } from '../../catalog/schema/api';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import type { RuleContext } from '../rule';
import { calleeName } from './call-text';
import { commandText } from './command-text';
import { sourceRepair, type SourceRepair } from './source-repair';

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
  repairs: readonly SourceRepair[] = [],
): (call: Call, api: ApiOf<'execution-sink'>, context: RuleContext) => void {
  return (call, api, context) => {
    const text = api.sink === 'shell' ? commandText(call, api, context.model) : undefined;
    const found = text === undefined ? undefined : commands.find(({ pattern }) => pattern.test(text));
    if (!found) return;
    context.report({
      at: call,
      subject: calleeName(call, context.model),
      message: `This command ${found.does}. ${advice}`,
      fixes: sourceRepair(call.range, repairs, context.model),
    });
  };
}

/** The same for commands of scripts, images and notebook cells. */
export function riskyShellListener(
  commands: readonly RiskyCommand[],
  advice: string,
  repairs: readonly SourceRepair[] = [],
): (command: ShellCommand, context: RuleContext) => void {
  return ({ range, words, assignments, program }, context) => {
    const set = assignments.map(({ name, value }) => `${name}=${value?.text ?? ''}`);
    // What a shell is given as one word is read as commands of its own: `bash -c "ssh ..."`.
    const own = /^(?:ba|da|k|z)?sh$/u.test(program ?? '')
      ? words.filter((word) => !/\s/u.test(word.text))
      : words;
    const text = [...set, ...own.map((word) => (word.text === '' ? "''" : word.text))].join(' ');
    const found = commands.find(({ pattern }) => pattern.test(text));
    if (!found) return;
    context.report({
      at: range,
      subject: program ?? 'command',
      message: `This command ${found.does}. ${advice}`,
      fixes: sourceRepair(range, repairs, context.model),
    });
  };
}
