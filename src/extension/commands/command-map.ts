import type { COMMANDS } from '../names/commands';

/**
 * What each command takes: what it was called for and, from the explorer, all that is selected there. Arguments come from menus,
 * keybindings and other extensions: `unknown` until checked.
 */
export type CommandMap = {
  readonly [Name in keyof typeof COMMANDS]: (argument?: unknown, selection?: unknown) => void | Promise<void>;
};
