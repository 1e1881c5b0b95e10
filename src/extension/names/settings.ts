/** Section of every setting. */
export const SETTINGS_SECTION = 'mlsecops';

/** Settings by their name below the section. The manifest declares the same ones; a test compares them. */
export const SETTINGS = {
  enable: 'enable',
  preset: 'preset',
  testCode: 'testCode',
  rules: 'rules',
  exclude: 'exclude',
  followEditor: 'panel.followEditor',
  /** Read by the language client itself. */
  trace: 'trace.server',
} as const;
