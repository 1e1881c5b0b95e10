/** What the command tells the shell: a contract that scripts rely on. */
export const EXIT = {
  /** Ran; nothing at or above `--fail-on`. */
  clean: 0,
  /** Ran; findings at or above `--fail-on`. */
  findings: 1,
  /** Could not run: a bad argument, an input that cannot be read. */
  failed: 2,
  /** Stopped by Ctrl+C, as shells expect it: 128 and the signal's number. */
  interrupted: 130,
} as const;
