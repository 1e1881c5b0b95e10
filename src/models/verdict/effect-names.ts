import type { Effect } from '../../catalog/schema/pickle-global';

/** What a call does, after "it". */
export const EFFECT_NAMES: Readonly<Record<Effect, string>> = {
  execute: 'starts a program or a process',
  code: 'runs or makes Python code',
  import: 'imports or installs code',
  attribute: 'reaches other functions by name',
  native: 'loads native code',
  network: 'opens a network connection',
  'file-write': 'writes or opens files',
  'file-read': 'reads files or the environment',
  load: 'loads another pickle or model',
  control: 'acts on the process, its threads or signals',
  registry: 'changes how pickles or texts are decoded',
  tamper: 'touches a model scanner',
  encoding: 'decodes data, as hidden code is',
  compute: 'computes, which data has no need of',
};
