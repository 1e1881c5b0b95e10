/** Attributes that lead from a value to the code behind it without underscores on both sides. */
const INTERNALS: ReadonlySet<string> = new Set([
  ...[
    'gi_frame',
    'gi_code',
    'cr_frame',
    'cr_code',
    'ag_frame',
    'ag_code',
    'tb_frame',
    'f_globals',
    'f_builtins',
  ],
  ...[
    'f_locals',
    'f_back',
    'f_code',
    'func_globals',
    'func_code',
    'func_closure',
    'im_func',
    'im_self',
    'im_class',
  ],
  ...[
    'co_code',
    'co_consts',
    '_TemplateReference__context',
    '_Undefined__obj',
    '_load_form_data',
    '_get_data_for_json',
  ],
]);

/** Functions that no template has a reason to call, whatever they are fetched from. */
const CALLS: ReadonlySet<string> = new Set([
  ...[
    'system',
    'popen',
    'Popen',
    'check_output',
    'check_call',
    'getoutput',
    'getstatusoutput',
    'exec',
    'eval',
  ],
  ...[
    'execfile',
    'execv',
    'execve',
    'execl',
    'execlp',
    'execvp',
    'execvpe',
    'spawn',
    'spawnl',
    'spawnv',
    'posix_spawn',
  ],
  ...[
    'import_module',
    'load_module',
    '__import__',
    'urlopen',
    'urlretrieve',
    'open_code',
    'runcode',
    'runsource',
  ],
  ...['import_string', 'run_module', 'run_path', 'rmtree', 'unlink', 'create_subprocess_shell'],
]);

/** Modules and built-in functions that a template can only mean as those: nobody passes them to a chat template. */
const ROOTS: ReadonlySet<string> = new Set([
  ...[
    'os',
    'subprocess',
    'builtins',
    'importlib',
    'shutil',
    'socket',
    'urllib',
    'ctypes',
    'pty',
    'eval',
    'exec',
  ],
  ...['open', 'compile', 'getattr', 'setattr', 'globals', 'locals', 'vars', 'breakpoint', 'execfile', 'file'],
]);

const DUNDER = /^__\w+__$/u;
/** They tell a name and lead nowhere. */
const HARMLESS_DUNDER: ReadonlySet<string> = new Set(['__name__', '__len__', '__doc__', '__version__']);

/** Why it is wrong for a template to fetch this attribute; undefined when it is not. */
export function attributeProblem(name: string): 'internals' | 'doubtful' | undefined {
  for (const part of name.split('.')) {
    const plain = part.trim();
    if (HARMLESS_DUNDER.has(plain)) return 'doubtful';
    if (DUNDER.test(plain) || INTERNALS.has(plain)) return 'internals';
  }
  return undefined;
}

/** Whether a method of this name does harm, whatever has it. */
export function isHarmfulCall(name: string): boolean {
  return CALLS.has(name);
}

/** Whether an unknown variable of this name is meant to be a module or a function of Python. */
export function isPythonRoot(name: string): boolean {
  return ROOTS.has(name) || DUNDER.test(name);
}

/** Whether a text has the name of an internal attribute as a part: `{0.__class__}`. */
export function namesInternals(text: string): boolean {
  return (
    /__(?!name__|len__|doc__|version__)[a-z_]+__/u.test(text) ||
    [...INTERNALS].some((name) => text.includes(name))
  );
}
