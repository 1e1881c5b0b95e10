import type { Caller, Site } from './caller';
import { dangerousMethod, isDunder } from './attribute-names';
import { argumentsOf, isKind, isObject, sequence, type Called, type Unknown, type Value } from './values';

/** How many items of a list a call is followed for. */
const FOLLOWED = 16;
/** What the code of a traced module has no use for. */
const FOREIGN_CODE =
  /\b(?:os|sys|subprocess|socket|shutil|importlib|builtins|ctypes|pty|requests|urllib|eval|exec|compile|open|getattr|setattr|globals|__\w+__(?<!__future__))\b/u;
const TAINTED: Unknown = { kind: 'unknown', why: 'result of a harmful call', tainted: true };

/** @param made the call as it stands, for those that give nothing better */
type Trampoline = (caller: Caller, made: Called, args: readonly Value[], site: Site) => Value;

/** Functions that are judged by what they are given, by the path Python 3 knows them by. */
export const TRAMPOLINES: Readonly<Record<string, Trampoline>> = {
  'builtins.getattr': (caller, _, [of = null, name = null], site) => caller.attribute(of, name, site),
  'builtins.map': forEachItem,
  'builtins.filter': forEachItem,
  'builtins.type': type,
  'functools.reduce': reduce,
  '_functools.reduce': reduce,
  'functools.partial': partial,
  '_functools.partial': partial,
  'types.MethodType': (caller, made, args, site) => {
    caller.tellCall('suspicious', 'it ties a function to an object', made, site, 'attribute');
    return partial(caller, made, args, site);
  },
  'importlib.import_module': importModule,
  'builtins.__import__': importModule,
  'importlib.__import__': importModule,
  'importlib._bootstrap._gcd_import': importModule,
  'pydoc.locate': importPath,
  'pkgutil.resolve_name': importPath,
  'cloudpickle.cloudpickle.subimport': subimport,
  'joblib.externals.cloudpickle.cloudpickle.subimport': subimport,
  'dill._dill._import_module': importPath,
  'dill._dill._load_type': namedType,
  'cloudpickle.cloudpickle._builtin_type': namedType,
  'joblib.externals.cloudpickle.cloudpickle._builtin_type': namedType,
  'builtins.setattr': setAttribute,
  'dill._dill._create_array': (caller, made, [callee = null, args = null], site) => {
    caller.call(callee, args, site);
    return { ...made, verdict: 'safe' };
  },
  'fsspec.spec.make_instance': (caller, _, [callee = null, args = null], site) =>
    caller.call(callee, args, site),
  'builtins.iter': (caller, made, args, site) => {
    if (args.length === 1) return { ...made, verdict: 'safe' };
    caller.tellCall('suspicious', 'it calls a function again and again', made, site, 'attribute');
    return caller.call(args[0] ?? null, sequence('tuple', []), site);
  },
  'numpy.vectorize': vectorized,
  'numpy.lib.function_base.vectorize': vectorized,
  'numpy.lib._function_base_impl.vectorize': vectorized,
  'numpy.core._ufunc_reconstruct': ufunc,
  'numpy._core._ufunc_reconstruct': ufunc,
  'torch._tensor._rebuild_from_type_v2': (caller, made, [callee = null, , args = null], site) => {
    caller.call(callee, args, site);
    return made;
  },
  'torch.fx.graph_module.reduce_graph_module': graphModule,
  'torch.fx.graph_module.reduce_package_graph_module': graphModule,
  'torch.fx.graph_module.reduce_deploy_graph_module': graphModule,
  'torch.storage._load_from_bytes': (caller, made, _, site) => {
    if (caller.inspectArguments(made.args, site)) return { ...made, verdict: 'safe' };
    caller.tellCall('suspicious', 'it loads bytes that could not be looked into', made, site, 'load');
    return made;
  },
  ...forOperators('operator'),
  ...forOperators('_operator'),
  ...Object.fromEntries(
    ['codecs.decode', 'codecs.encode', '_codecs.decode'].map((path) => [path, putTogether]),
  ),
  '_codecs.encode': (caller, made, [, codec], site) =>
    typeof codec === 'string' && !/^(?:latin[-_]?1|iso-?8859-?1|utf-?8|ascii)$/iu.test(codec)
      ? putTogether(caller, made, [], site)
      : { ...made, verdict: 'safe' },
};

function forOperators(module: string): Record<string, Trampoline> {
  return {
    [`${module}.attrgetter`]: getter('attribute'),
    [`${module}.itemgetter`]: getter('item'),
    [`${module}.methodcaller`]: getter('method'),
    [`${module}.call`]: (caller, _, [callee = null, ...rest], site) =>
      caller.call(callee, sequence('tuple', rest), site),
    [`${module}.getitem`]: getItem,
    [`${module}.add`]: putTogether,
    [`${module}.iadd`]: putTogether,
    [`${module}.concat`]: putTogether,
    [`${module}.iconcat`]: putTogether,
    [`${module}.setitem`]: change,
    [`${module}.delitem`]: change,
  };
}

/** Pipelines keep such functions to pick a column; what one does is judged when the stream calls it. */
function getter(of: 'attribute' | 'item' | 'method'): Trampoline {
  return (caller, made, args, site) => {
    const plain = args.every((arg) => !isObject(arg));
    const named = args.some((arg) => typeof arg === 'string' && arg.split('.').some(isSuspect));
    if (!plain || named || (of === 'method' && args.length > 1))
      caller.tellCall('suspicious', 'it makes a function that fetches by name', made, site, 'attribute');
    return { kind: 'getter', of, args, offset: site.offset };
  };
}

/** Generic types (`List[int]`) are written as `operator.getitem(typing.List, int)`. */
function getItem(caller: Caller, made: Called, [of = null, key = null]: readonly Value[], site: Site): Value {
  if (isKind(of, 'imported') && of.verdict.verdict === 'safe' && of.verdict.is === 'type')
    return { ...made, verdict: 'safe' };
  caller.tellCall('suspicious', 'it fetches an item of what it has made', made, site, 'attribute');
  return caller.item(of, key, site);
}

function change(caller: Caller, made: Called, [of = null]: readonly Value[], site: Site): Value {
  const harmful = isKind(of, 'imported') || isKind(of, 'attribute') || isKind(of, 'module');
  caller.tellCall(
    harmful ? 'malicious' : 'suspicious',
    'it changes an item of what it is given',
    made,
    site,
    'attribute',
  );
  return made;
}

function putTogether(caller: Caller, made: Called, _: readonly Value[], site: Site): Value {
  caller.tellCall(
    'suspicious',
    'it puts data together or decodes it, as hidden names are',
    made,
    site,
    'encoding',
  );
  return made;
}

/** Dill names the classes that it carries; on anything else it changes what is not the file's own. */
function setAttribute(caller: Caller, made: Called, [of, name]: readonly Value[], site: Site): Value {
  const own = isKind(of, 'code') && typeof name === 'string' && /^__(?:qualname|module|doc)__$/u.test(name);
  caller.tellCall(own ? 'suspicious' : 'malicious', 'it sets an attribute', made, site, 'attribute');
  return null;
}

function isSuspect(name: string): boolean {
  return isDunder(name) || dangerousMethod(name);
}

/** Distributions of SciPy keep such an object; without a function it is empty until BUILD. */
function vectorized(caller: Caller, made: Called, args: readonly Value[], site: Site): Value {
  return args.length === 0 ? { ...made, verdict: 'safe' } : partial(caller, made, args.slice(0, 1), site);
}

function partial(
  caller: Caller,
  made: Called,
  [callee = null, ...args]: readonly Value[],
  site: Site,
): Value {
  // Who writes a function by name has one; anything else is judged when it is called, if it ever is.
  if (!isKind(callee, 'imported') && !isKind(callee, 'bound')) {
    caller.tellCall('suspicious', 'it holds something that is not imported by name', made, site, 'attribute');
  }
  return { kind: 'bound', callee, args, offset: site.offset };
}

/** The call of a function for each item is put off until somebody asks; every loader of a list does. */
function forEachItem(
  caller: Caller,
  made: Called,
  [callee = null, ...lists]: readonly Value[],
  site: Site,
): Value {
  caller.tellCall('suspicious', 'it calls a function for each item of a list', made, site, 'attribute');
  const items = argumentsOf(lists[0] ?? null);
  for (const [at, item] of items.slice(0, FOLLOWED).entries()) {
    const others = lists.slice(1).map((list) => argumentsOf(list)[at] ?? null);
    caller.call(callee, sequence('tuple', [item, ...others]), site);
  }
  if (items.length === 0) caller.call(callee, { kind: 'unknown', why: 'items' }, site);
  return TAINTED;
}

function reduce(
  caller: Caller,
  made: Called,
  [callee = null, list = null, first]: readonly Value[],
  site: Site,
): Value {
  if (isUnion(callee, list)) return { ...made, verdict: 'safe' };
  caller.tellCall('malicious', 'it calls a function for each item of a list', made, site, 'attribute');
  const items = [...(first === undefined ? [] : [first]), ...argumentsOf(list)];
  let result = items[0] ?? null;
  for (const item of items.slice(1, FOLLOWED))
    result = caller.call(callee, sequence('tuple', [result, item]), site);
  return items.length > 1 ? result : TAINTED;
}

/** The code that PyTorch generates for a traced module only does arithmetic; what else it may hold shows in its words. */
function graphModule(caller: Caller, made: Called, args: readonly Value[], site: Site): Value {
  const bodies = args.flatMap((arg) => (isKind(arg, 'dict') ? arg.entries.flat() : [arg]));
  const code = bodies.map((each) => caller.textOf(each) ?? '').join('\n');
  const harmful = !/\bdef forward\b/u.test(code) || FOREIGN_CODE.test(code);
  caller.tellCall(
    harmful ? 'malicious' : 'suspicious',
    'it runs code that the file itself carries',
    made,
    site,
    'code',
  );
  return made;
}

/** The type `int | str` is written as `reduce(or_, (int, str))`. */
function isUnion(callee: Value, list: Value): boolean {
  return (
    isKind(callee, 'imported') &&
    /^_?operator\.or_$/u.test(callee.verdict.path) &&
    argumentsOf(list).every((item) => isKind(item, 'imported') && item.verdict.is === 'type')
  );
}

/** `type(x)` asks for a type; `type(name, bases, body)` makes one. */
function type(caller: Caller, made: Called, args: readonly Value[], site: Site): Value {
  if (args.length === 1) return { ...made, verdict: 'safe' };
  caller.tellCall('malicious', 'it makes a class', made, site, 'code');
  return { kind: 'code', maker: made.callee, args: made.args, offset: site.offset };
}

function importModule(caller: Caller, made: Called, [name]: readonly Value[], site: Site): Value {
  caller.tellCall('malicious', 'it imports a module by name', made, site, 'import');
  const text = caller.textOf(name);
  return text === undefined ? TAINTED : { kind: 'module', name: text, offset: site.offset };
}

/** Cloudpickle writes the modules that a function uses like this. */
function subimport(caller: Caller, made: Called, [name]: readonly Value[], site: Site): Value {
  caller.tellCall('suspicious', 'it imports a module by name', made, site, 'import');
  const text = caller.textOf(name);
  return text === undefined ? TAINTED : { kind: 'module', name: text, offset: site.offset };
}

/** `os.system` or `os:system`. */
function importPath(caller: Caller, made: Called, [path]: readonly Value[], site: Site): Value {
  caller.tellCall('malicious', 'it imports something by name', made, site, 'import');
  const text = caller.textOf(path);
  if (text === undefined) return TAINTED;
  const [module = '', name] = text.includes(':') ? text.split(':') : splitLast(text);
  return name === undefined || name === ''
    ? { kind: 'module', name: module, offset: site.offset }
    : caller.importName(module, name, site);
}

function splitLast(path: string): readonly string[] {
  const at = path.lastIndexOf('.');
  return at < 0 ? [path] : [path.slice(0, at), path.slice(at + 1)];
}

/** NumPy writes its functions by module and name, and looks both up when it loads. */
function ufunc(caller: Caller, _: Called, [module, name]: readonly Value[], site: Site): Value {
  return caller.importValues(module ?? null, name ?? null, site);
}

function namedType(caller: Caller, made: Called, [name]: readonly Value[], site: Site): Value {
  caller.tellCall('suspicious', 'it fetches a type by name', made, site, 'code');
  return typeof name === 'string' ? caller.importName('types', name, site) : TAINTED;
}
