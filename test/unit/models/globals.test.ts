import { describe, expect, it } from 'vitest';
import data from '../../../src/catalog/pickle-globals.generated.json';
import { builtInGlobals } from '../../../src/models/verdict/built-in-globals';
import { judgeName } from '../../../src/models/verdict/judge-name';

const judge = (path: string): string => {
  const [module = '', name = ''] = path.split(':');
  const { verdict, because, is } = judgeName(builtInGlobals(), module, name);
  return [verdict, because === 'listed' ? (is ?? '') : because].filter((part) => part !== '').join(' ');
};

describe('a name that a pickle imports', () => {
  it.each([
    ['os:system', 'malicious'],
    ['os.path:join', 'malicious'],
    ['posix:system', 'malicious'],
    ['collections:OrderedDict', 'safe type'],
    ['collections:OrderedDict.fromkeys', 'safe function'],
    ['collections:OrderedDict.__reduce__', 'malicious internals'],
    ['collections:_sys.modules', 'malicious'],
    ['numpy:os.system', 'malicious'],
    ['numpy:_os.path', 'malicious hidden-module'],
    ['numpy:__version__', 'suspicious unknown'],
    ['torch:hub.load', 'malicious'],
    ['torch:float32', 'safe value'],
    ['torch.storage:_load_from_bytes', 'suspicious rebuild'],
    ['torch.nn.modules.conv:Conv2d', 'safe type'],
    ['torch.nn.modules.module:Module.load_state_dict', 'safe function'],
    ['sklearn.ensemble.forest:RandomForestClassifier', 'safe type'],
    ['sklearn.datasets._base:load_files', 'malicious'],
    ['sklearn.utils.fixes:Parallel', 'suspicious'],
    ['sklearn.anything:Popen', 'malicious'],
    ['pandas.core.frame:DataFrame', 'safe type'],
    ['pandas.core.frame:DataFrame.eval', 'malicious'],
    ['pandas.core.frame:DataFrame.to_pickle', 'safe function'],
    ['pandas:read_pickle', 'malicious'],
    ['__builtin__:set', 'safe type'],
    ['__builtin__:reduce', 'malicious'],
    ['copy_reg:_reconstructor', 'safe rebuild'],
    ['urllib2:urlopen', 'malicious'],
    ['__main__:Net', 'suspicious script'],
    ['__torch__.a:Net', 'suspicious torchscript'],
    ['acme.models:Net', 'suspicious unknown'],
    ['acme.models:eval', 'malicious'],
    ['acme.tools:run_shell_command', 'malicious name'],
    ['acme.tools:RunCommand', 'suspicious unknown'],
    ['', 'suspicious unknown'],
  ])('%s is %s', (path, verdict) => {
    expect(judge(path)).toBe(verdict);
  });
});

describe('the catalog of names', () => {
  it('says of no name both that it is safe and that it is not', () => {
    const verdicts = new Map<string, Set<string>>();
    for (const { module, names, verdict } of data.pickleGlobals) {
      for (const name of names) {
        const key = `${module}:${name}`;
        verdicts.set(key, (verdicts.get(key) ?? new Set()).add(verdict));
      }
    }
    expect([...verdicts].filter(([, each]) => each.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('says of everything that is not safe what it does, and of everything that is safe how', () => {
    const vague = data.pickleGlobals.filter((entry) =>
      entry.verdict === 'safe' ? !('is' in entry) : !('does' in entry),
    );
    expect(vague).toEqual([]);
  });
});
