import { bytes, op, SYSTEM, type Part } from '../../../unit/models/support/assemble';

const ID = op.text('id');
const pickle = (...parts: readonly Part[]): Uint8Array => bytes(op.proto(4), ...parts, '.');
const system = op.stackGlobal('os', 'system');

/** Pickles that do harm, each by another call or another way to it; `shows` is what a report must name. */
export const HARMFUL_CALLS: readonly (readonly [what: string, content: Uint8Array, shows: string])[] = [
  ['GLOBAL and REDUCE', SYSTEM, "os.system('id')"],
  ['protocol 0', bytes("cposix\nsystem\n(S'id'\ntR."), "posix.system('id')"],
  ['INST', bytes("(S'id'\n", op.inst('os', 'system'), '.'), "os.system('id')"],
  ['OBJ', pickle('(', system, ID, 'o'), "os.system('id')"],
  ['OBJ whose result is dropped', pickle('(', system, ID, 'o', '0', 'N'), "os.system('id')"],
  [
    'NEWOBJ',
    pickle(op.stackGlobal('subprocess', 'Popen'), ID, op.tuple1, op.newObj),
    "subprocess.Popen('id')",
  ],
  [
    'NEWOBJ_EX',
    pickle(op.stackGlobal('subprocess', 'Popen'), ID, op.tuple1, '}', op.newObjEx),
    "subprocess.Popen('id'",
  ],
  ['hidden in a tuple', pickle('N', op.call1(system, ID), op.tuple2, '0N'), "os.system('id')"],
  [
    'names from the memo',
    pickle(
      op.text('os'),
      op.memoize,
      '0',
      op.text('system'),
      op.memoize,
      '0',
      'h',
      0,
      'h',
      1,
      0x93,
      ID,
      op.tuple1,
      'R',
    ),
    "os.system('id')",
  ],
  [
    'a memo entry that is overwritten',
    pickle(
      op.text('math'),
      'q',
      0,
      '0',
      op.text('os'),
      'q',
      0,
      '0',
      'h',
      0,
      op.text('system'),
      0x93,
      ID,
      op.tuple1,
      'R',
    ),
    "os.system('id')",
  ],
  ['escapes in STRING', bytes("S'\\x6f\\x73'\nS'sys\\164em'\n\x93S'id'\n\x85R."), "os.system('id')"],
  ['escapes in UNICODE', bytes('V\\u006fs\nVsyste\\u006d\n\x93Vid\n\x85R.'), "os.system('id')"],
  [
    'BINSTRING names',
    bytes('T', [2, 0, 0, 0], 'osU', 6, 'system', 0x93, 'U', 2, 'id', 0x85, 'R.'),
    "os.system('id')",
  ],
  ['a dotted name', pickle(op.call1(op.stackGlobal('random', '_os.system'), ID)), "random._os.system('id')"],
  [
    'a dotted name by GLOBAL',
    pickle(op.call1(op.global('random', '_os.system'), ID)),
    "random._os.system('id')",
  ],
  [
    'a module of Python 2',
    bytes(op.global('commands', 'getoutput'), '(', "S'id'\n", 'tR.'),
    "commands.getoutput('id')",
  ],
  ['__builtin__ of Python 2', bytes(op.global('__builtin__', 'eval'), "(S'1'\ntR."), "__builtin__.eval('1')"],
  [
    'a submodule of a listed one',
    pickle(op.call1(op.stackGlobal('asyncio.unix_events', '_UnixSubprocessTransport._start'), ID)),
    'asyncio.unix_events',
  ],
  [
    'getattr',
    pickle(
      op.call1(
        op.call2(op.stackGlobal('builtins', 'getattr'), op.stackGlobal('os', 'path'), op.text('os')),
        ID,
      ),
    ),
    'os.path.os',
  ],
  [
    'chained getattr on a harmless module',
    pickle(
      op.call1(
        op.call2(
          op.stackGlobal('builtins', 'getattr'),
          op.call2(
            op.stackGlobal('builtins', 'getattr'),
            op.stackGlobal('random', 'Random'),
            op.text('__init__'),
          ),
          op.text('__globals__'),
        ),
        ID,
      ),
    ),
    '__globals__',
  ],
  [
    'attrgetter',
    pickle(
      op.call1(
        op.call1(
          op.call1(op.stackGlobal('operator', 'attrgetter'), op.text('system')),
          op.call1(op.stackGlobal('importlib', 'import_module'), op.text('os')),
        ),
        ID,
      ),
    ),
    "os.system('id')",
  ],
  [
    'methodcaller',
    pickle(
      op.call1(
        op.call2(op.stackGlobal('operator', 'methodcaller'), op.text('system'), ID),
        op.call1(op.stackGlobal('builtins', '__import__'), op.text('os')),
      ),
    ),
    "os.system('id')",
  ],
  ['partial', pickle(op.call2(op.stackGlobal('functools', 'partial'), system, ID), ')R'), "os.system('id')"],
  [
    'partial whose function is set by BUILD',
    pickle(
      op.call1(op.stackGlobal('functools', 'partial'), op.stackGlobal('builtins', 'int')),
      '(',
      system,
      ID,
      op.tuple1,
      '}N',
      't',
      'b',
      ')R',
    ),
    "os.system('id')",
  ],
  [
    'map, forced by list',
    pickle(
      op.call1(
        op.stackGlobal('builtins', 'list'),
        op.call2(op.stackGlobal('builtins', 'map'), system, op.list(ID)),
      ),
    ),
    "os.system('id')",
  ],
  [
    'reduce',
    pickle(
      op.call2(
        op.stackGlobal('functools', 'reduce'),
        op.stackGlobal('builtins', 'getattr'),
        op.list(op.stackGlobal('os', 'path'), op.text('os')),
      ),
    ),
    'functools.reduce',
  ],
  [
    'resolve_name',
    pickle(op.call1(op.call1(op.stackGlobal('pkgutil', 'resolve_name'), op.text('os:system')), ID)),
    "os.system('id')",
  ],
  [
    'pydoc.locate',
    pickle(op.call1(op.call1(op.stackGlobal('pydoc', 'locate'), op.text('os.system')), ID)),
    "os.system('id')",
  ],
  [
    'a NumPy function by name',
    pickle(
      op.call1(
        op.call2(op.stackGlobal('numpy.core', '_ufunc_reconstruct'), op.text('os'), op.text('system')),
        ID,
      ),
    ),
    "os.system('id')",
  ],
  [
    'a rebuild function that calls',
    pickle(
      op.stackGlobal('torch._tensor', '_rebuild_from_type_v2'),
      '(',
      system,
      op.stackGlobal('torch', 'Tensor'),
      ID,
      op.tuple1,
      '}',
      't',
      'R',
    ),
    "os.system('id')",
  ],
  [
    'a name put together by join',
    pickle(
      op.text('os'),
      op.call2(op.stackGlobal('builtins', 'str.join'), op.text(''), op.list(op.text('sys'), op.text('tem'))),
      0x93,
      ID,
      op.tuple1,
      'R',
    ),
    "os.system('id')",
  ],
  [
    'a name decoded with rot13',
    pickle(
      op.call2(op.stackGlobal('codecs', 'decode'), op.text('bf'), op.text('rot13')),
      op.text('system'),
      0x93,
      ID,
      op.tuple1,
      'R',
    ),
    "os.system('id')",
  ],
  [
    'a name decoded from base64',
    pickle(
      op.text('os'),
      op.call1(op.stackGlobal('base64', 'b64decode'), op.text('c3lzdGVt')),
      0x93,
      ID,
      op.tuple1,
      'R',
    ),
    "os.system('id')",
  ],
  [
    'a name that only the loader knows',
    pickle(op.call1(op.stackGlobal('numpy', 'ndarray'), 'N'), op.text('system'), 0x93, ID, op.tuple1, 'R'),
    "'id'",
  ],
  [
    'a pickle within a pickle',
    pickle(op.call1(op.stackGlobal('pickle', 'loads'), op.bytes(SYSTEM))),
    "os.system('id')",
  ],
  [
    'a pickle within a tensor',
    pickle(op.call1(op.stackGlobal('torch.storage', '_load_from_bytes'), op.bytes(SYSTEM))),
    "os.system('id')",
  ],
  [
    'BUILD on a function',
    pickle(op.stackGlobal('numpy', 'prod'), '}', op.text('a'), ID, 's', 'b'),
    'numpy.prod',
  ],
  [
    'BUILD on a class, by slots',
    pickle(op.stackGlobal('collections', 'OrderedDict'), 'N}', op.text('a'), ID, 's', op.tuple2, 'b'),
    'collections.OrderedDict',
  ],
  [
    'a hook that BUILD sets',
    pickle(
      op.stackGlobal('argparse', 'Namespace'),
      ')',
      op.newObj,
      '}',
      op.text('__setstate__'),
      op.stackGlobal('math', 'exp'),
      's',
      'b',
    ),
    '__setstate__',
  ],
  [
    'SETITEM on what is imported',
    pickle(op.stackGlobal('sys', 'modules'), op.text('x'), ID, 's'),
    'sys.modules',
  ],
  [
    'code that is made and called',
    pickle(
      op.call1(
        op.call1(op.stackGlobal('types', 'FunctionType'), op.call1(op.stackGlobal('types', 'CodeType'), 'N')),
        ID,
      ),
    ),
    'types.FunctionType',
  ],
  [
    'cloudpickle',
    pickle(op.call1(op.call1(op.stackGlobal('cloudpickle.cloudpickle', '_make_function'), 'N'), ID)),
    '_make_function',
  ],
  [
    'a class made by type',
    pickle(op.stackGlobal('builtins', 'type'), ID, ')', '}', op.tuple3, 'R'),
    'builtins.type',
  ],
  [
    'an extension that the stream registers',
    pickle(
      op.stackGlobal('copyreg', 'add_extension'),
      op.text('os'),
      op.text('system'),
      'K',
      1,
      op.tuple3,
      'R',
      0x82,
      1,
      ID,
      op.tuple1,
      'R',
    ),
    'copyreg.add_extension',
  ],
  ['only an import', pickle(op.stackGlobal('antigravity', 'x'), '0N'), 'antigravity.x'],
  ['a scanner is touched', pickle(op.stackGlobal('picklescan.scanner', 'scan_bytes'), '0N'), 'picklescan'],
  ['the network', pickle(op.call1(op.stackGlobal('urllib.request', 'urlopen'), ID)), 'urlopen'],
  ['a file', pickle(op.call2(op.stackGlobal('builtins', 'open'), ID, op.text('w'))), 'builtins.open'],
  ['a default factory', pickle(op.call1(op.stackGlobal('collections', 'defaultdict'), system)), 'os.system'],
];
