import type { Verdict } from '../../verdict/finding';
import type { NameJudge } from '../../verdict/name-judge';
import { reasonFor } from '../../verdict/reasons';
import { FRAMEWORKS, HARMFUL_IN_FRAMEWORKS } from './known-frameworks';

/** What is known of a function or class that a configuration names for a loader to import and call. */
export interface TargetVerdict {
  readonly verdict: Verdict;
  /** Why, as the rest of a sentence. */
  readonly reason: string;
}

/** Modules that no framework has under its own name: `torch.os.system` is `os.system`. */
const REACHED: ReadonlySet<string> = new Set([
  ...[
    'os',
    'sys',
    'subprocess',
    'builtins',
    'importlib',
    'shutil',
    'socket',
    'pty',
    'ctypes',
    'runpy',
    'posix',
    'nt',
  ],
  ...[
    'marshal',
    'pickle',
    '_os',
    '_sys',
    '_subprocess',
    '__globals__',
    '__class__',
    '__subclasses__',
    '__builtins__',
  ],
]);

/**
 * Judges a dotted path like `nemo.collections.asr.models.EncDecCTCModel`. The list for pickles says what is harmful; what a
 * configuration may name is wider than what a pickle may: every class of a known framework.
 */
export function judgeTarget(names: NameJudge, path: string): TargetVerdict {
  const segments = path.split(/[.:]/u).map((segment) => segment.trim());
  const [root = ''] = segments;
  if (segments.length < 2) {
    const builtIn = names.judge('builtins', root);
    if (builtIn.verdict === 'malicious') return { verdict: 'malicious', reason: reasonFor(builtIn) };
    return { verdict: 'safe', reason: 'it is a name of the framework itself' };
  }
  const module = segments.slice(0, -1).join('.');
  const name = segments.at(-1) ?? '';
  const reached = segments.slice(1, -1).find((segment) => REACHED.has(segment));
  if (reached !== undefined)
    return { verdict: 'malicious', reason: `it reaches "${reached}" through another module` };
  if (FRAMEWORKS.has(root)) {
    const harmful = HARMFUL_IN_FRAMEWORKS.some((pattern) => pattern.test(segments.join('.')));
    if (harmful) return { verdict: 'malicious', reason: 'it loads, fetches or executes what it is given' };
    const judged = names.judge(module, name);
    const acts = judged.verdict === 'malicious' && (judged.because === 'name' || judged.does === 'execute');
    return acts
      ? { verdict: 'malicious', reason: reasonFor(judged) }
      : { verdict: 'safe', reason: 'a known framework' };
  }
  const judged = names.judge(module, name);
  return { verdict: judged.verdict, reason: reasonFor(judged) };
}
