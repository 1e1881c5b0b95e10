import { python3Name } from '../pickle/python2-names';
import type { GlobalIndex } from './global-index';
import type { NameVerdict } from './name-verdict';

/** Modules that are harmful to reach under any name, even as the last part of one. */
const REACHED_MODULES = new Set([
  'os',
  'sys',
  'posix',
  'nt',
  'subprocess',
  'builtins',
  '__builtins__',
  'importlib',
  'imp',
  'runpy',
  'pty',
  'ctypes',
  'socket',
  'shutil',
  'marshal',
  'pickle',
  'cPickle',
  'multiprocessing',
  'threading',
  'asyncio',
  'urllib',
  'requests',
  'pathlib',
  'tempfile',
  'inspect',
  'linecache',
  'pdb',
  'code',
  'types',
]);
const PLAIN_DUNDERS = new Set([
  '__version__',
  '__name__',
  '__doc__',
  '__all__',
  '__author__',
  '__copyright__',
  '__main__',
]);
const HARM = new Set([
  'popen',
  'spawn',
  'shell',
  'subprocess',
  'rmtree',
  'urlopen',
  'urlretrieve',
  'dlopen',
  'getoutput',
  'exec',
  'syscall',
]);
const DO = new Set(['run', 'exec', 'execute', 'eval', 'evaluate', 'call', 'start', 'launch']);
const WHAT = new Set([
  'command',
  'cmd',
  'script',
  'code',
  'expression',
  'string',
  'source',
  'process',
  'program',
  'file',
]);

/** What is known of `module.name`, as the loader would resolve it. */
export function judgeName(index: GlobalIndex, module: string, name: string): NameVerdict {
  const [module3, name3] = python3Name(module, name);
  const path = `${module3}.${name3}`;
  const listed = worst([...lookUp(index, module, name), ...lookUp(index, module3, name3)]);
  if (listed?.verdict === 'malicious') return { ...listed, path };
  const hidden = hiddenModule(index, name3);
  if (hidden) return { ...hidden, path };
  if (listed?.exact) return { ...listed, path };
  const made = maker(index, module3, name3);
  if (made) return { ...made, path };
  if (isInternal(module3, name3)) {
    return { verdict: 'malicious', because: 'internals', does: 'attribute', weightsOnly: false, path };
  }
  if (listed) return { ...listed, path };
  if (module3 === '__main__' || module3 === '__mp_main__') {
    return { verdict: 'suspicious', because: 'script', weightsOnly: false, path };
  }
  if (soundsHarmful(name3)) {
    return { verdict: 'malicious', because: 'name', does: 'execute', weightsOnly: false, path };
  }
  if (module3 === '__torch__' || module3.startsWith('__torch__.')) {
    return { verdict: 'suspicious', because: 'torchscript', weightsOnly: false, path };
  }
  return { verdict: 'suspicious', because: 'unknown', weightsOnly: false, path };
}

type Listed = Omit<NameVerdict, 'path'> & { readonly exact: boolean };

/** The entries for the name itself and, where it is dotted, for each place where its module may end. */
function lookUp(index: GlobalIndex, module: string, name: string): Listed[] {
  const parts = name.split('.');
  const found: Listed[] = [];
  for (let at = 0; at < Math.min(parts.length, 8); at++) {
    const owner = [module, ...parts.slice(0, at)].join('.');
    for (let end = parts.length; end > at; end--) {
      const hit = index.find(owner, parts.slice(at, end).join('.'));
      if (!hit) continue;
      found.push(listedAs(hit.entry, hit.exact, end < parts.length));
      break;
    }
  }
  return found;
}

/** @param attribute the entry is for something of which the name is an attribute */
function listedAs(
  entry: NonNullable<ReturnType<GlobalIndex['find']>>['entry'],
  exact: boolean,
  attribute: boolean,
): Listed {
  const { verdict, does, is } = entry;
  return {
    verdict,
    because: 'listed',
    ...(does === undefined ? {} : { does }),
    // A member of a safe class is harmless to name; what it does when it is called is not known.
    ...(attribute && verdict === 'safe' ? { is: 'function' as const } : is === undefined ? {} : { is }),
    weightsOnly: !attribute && entry.weightsOnly === true,
    exact: exact && !attribute,
  };
}

const ORDER: readonly NameVerdict['verdict'][] = ['safe', 'suspicious', 'malicious'];

function worst(found: readonly Listed[]): Listed | undefined {
  const malicious = found.find(({ verdict }) => verdict === 'malicious');
  if (malicious) return malicious;
  // Otherwise what is listed exactly says more than a pattern.
  const exact = found.filter((each) => each.exact);
  return [...(exact.length > 0 ? exact : found)].sort(
    (a, b) => ORDER.indexOf(b.verdict) - ORDER.indexOf(a.verdict),
  )[0];
}

/** `X.__new__` of a harmless class makes an instance of it; named tuples are written like that before protocol 4. */
function maker(index: GlobalIndex, module: string, name: string): Listed | undefined {
  const owner = /^(\w+)\.__new__$/u.exec(name)?.[1];
  const listed = owner === undefined ? undefined : worst(lookUp(index, module, owner));
  return listed?.verdict === 'safe' && listed.is === 'type' ? { ...listed, weightsOnly: false } : undefined;
}

/** `random._os.system`: a harmful module under the roof of a harmless one. */
function hiddenModule(index: GlobalIndex, name: string): Omit<NameVerdict, 'path'> | undefined {
  const parts = name.split('.');
  for (const [at, part] of parts.entries()) {
    const plain = part.replace(/^_+/u, '');
    const last = at === parts.length - 1;
    const entry =
      last && !REACHED_MODULES.has(plain)
        ? undefined
        : (index.harmfulModule(part) ?? index.harmfulModule(plain));
    if (entry === undefined) continue;
    return {
      verdict: 'malicious',
      because: 'hidden-module',
      weightsOnly: false,
      ...(entry.does === undefined ? {} : { does: entry.does }),
    };
  }
  return undefined;
}

function isInternal(module: string, name: string): boolean {
  const inModule = module
    .split('.')
    .some((part) => isDunder(part) && !/^__(?:main|mp_main|torch|builtin|builtins)__$/u.test(part));
  return inModule || name.split('.').some((part) => isDunder(part) && !PLAIN_DUNDERS.has(part));
}

function isDunder(part: string): boolean {
  return /^__\w+__$/u.test(part);
}

/** A function that nobody knows, but whose name says that it runs what it is given. */
function soundsHarmful(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (/[A-Z]/u.test(last)) return false;
  const words = last.split('_').filter((word) => word !== '');
  return (
    words.some((word) => HARM.has(word)) ||
    (words.some((word) => DO.has(word)) && words.some((word) => WHAT.has(word)))
  );
}
