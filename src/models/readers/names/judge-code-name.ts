import { builtInGlobals } from '../../verdict/built-in-globals';
import { judgeName } from '../../verdict/judge-name';
import type { NameVerdict } from '../../verdict/name-verdict';

const HARMFUL_EFFECTS = new Set<NameVerdict['does']>([
  'execute',
  'code',
  'import',
  'native',
  'network',
  'file-write',
  'file-read',
  'load',
]);
const PLAIN = /^__(?:name__|doc__|init__|class__|version__|call__|len__|getitem__|file__)$/u;
/** Names of functions and attributes that do harm in whichever module they are. */
const HARMFUL = new Set([
  'system',
  'popen',
  'Popen',
  'check_output',
  'check_call',
  'getoutput',
  'spawnv',
  'spawnl',
  'execv',
  'execve',
  'execl',
  'execvp',
  'urlopen',
  'urlretrieve',
  'read_file',
  'write_file',
  'py_function',
  'numpy_function',
  'py_func',
  'load_op_library',
  'load_library',
  'get_file',
  'gfile',
  'GFile',
  'FileIO',
  'rmtree',
  'CDLL',
  'b64decode',
  'sendall',
  'func_load',
]);

/** Whether code that uses this name does, as far as is known, what no model needs: start programs, import, open files. */
export function isHarmfulCodeName(name: string): boolean {
  if (HARMFUL.has(name)) return true;
  if (/^__\w+__$/u.test(name) && !PLAIN.test(name)) return true;
  const index = builtInGlobals();
  const module = index.harmfulModule(name);
  if (module) return HARMFUL_EFFECTS.has(module.does);
  const builtIn = judgeName(index, 'builtins', name);
  return builtIn.verdict === 'malicious' && builtIn.because === 'listed' && HARMFUL_EFFECTS.has(builtIn.does);
}
