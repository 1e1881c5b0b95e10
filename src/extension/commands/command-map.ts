import type { COMMANDS } from '../names/commands';

/** What each command takes. Arguments come from menus, keybindings and other extensions: `unknown` until checked. */
export type CommandMap = {
  readonly [Name in keyof typeof COMMANDS]: (argument?: unknown) => void | Promise<void>;
};
