import type { Effect } from '../../../catalog/schema/pickle-global';

/** Functions that do something to the machine when Python code calls them, by pattern of the qualified name. */
const HARMFUL: readonly (readonly [pattern: RegExp, does: Effect])[] = [
  [/^(?:os|posix|nt)\.(?:system|popen\w*|exec\w+|spawn\w+|posix_spawnp?|startfile|fork\w*)$/u, 'execute'],
  [/^(?:subprocess|commands|popen2)\.\w+$/u, 'execute'],
  [
    /^(?:pty\.spawn|platform\.popen|asyncio\.create_subprocess_\w+|multiprocessing\.Process|pexpect\.\w+)$/u,
    'execute',
  ],
  [/^builtins\.(?:exec|eval|compile|execfile)$/u, 'code'],
  [/^(?:runpy\.\w+|code\.\w+|codeop\.\w+|marshal\.loads?|types\.(?:CodeType|FunctionType))$/u, 'code'],
  [/^(?:builtins\.__import__|importlib\.import_module|imp\.\w+|pip\.main|pip\._internal\.\w+)$/u, 'import'],
  [
    /^(?:ctypes\.(?:CDLL|cdll|windll|WinDLL|PyDLL|util\.\w+|cdll\.\w+)|torch\.(?:ops|classes)\.load_library|cffi\.\w+)$/u,
    'native',
  ],
  [
    /^(?:socket\.\w+|urllib\.request\.\w+|urllib2?\.urlopen|http\.client\.\w+|requests\.(?:\w+)|httpx\.\w+|aiohttp\.\w+)$/u,
    'network',
  ],
  [/^(?:ftplib|smtplib|telnetlib|paramiko|xmlrpc\.client|webbrowser)\.\w+$/u, 'network'],
  [
    /^(?:shutil\.(?:rmtree|move|copy\w*)|os\.(?:remove|unlink|rmdir|removedirs|rename|chmod|symlink|putenv)|pathlib\.Path\(\)\.(?:unlink|write_\w+|rmdir))$/u,
    'file-write',
  ],
  [/^(?:pickle|cPickle|_pickle|dill|cloudpickle|joblib|shelve)\.(?:loads?|open)$/u, 'load'],
];

/** What a call of this qualified name does; undefined when nothing is known against it. */
export function effectOfCall(name: string): Effect | undefined {
  return HARMFUL.find(([pattern]) => pattern.test(name))?.[1];
}

/** Effects that no module has a reason for while it is imported. */
export const AT_IMPORT: ReadonlySet<Effect> = new Set(['execute', 'code', 'native', 'network', 'file-write']);
