/** Options of a wrapper that take the word behind them. */
interface Wrapper {
  readonly withValue: readonly string[];
  /** Words without a dash that belong to the wrapper: `timeout 10`. */
  readonly operands: number;
  /** The word behind it that makes it one: `poetry run`. */
  readonly subcommand?: string;
}

const NOTHING: Wrapper = { withValue: [], operands: 0 };
const running = (...withValue: readonly string[]): Wrapper => ({ withValue, operands: 0, subcommand: 'run' });

/** Programs that run another one, given behind them, and are not what a rule is interested in. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    withValue: ['-u', '--user', '-g', '--group', '-h', '-p', '-C', '-D', '-r', '-t', '-T'],
    operands: 0,
  },
  doas: { withValue: ['-u', '-C'], operands: 0 },
  env: { withValue: ['-u', '--unset', '-C', '--chdir'], operands: 0 },
  exec: { withValue: ['-a'], operands: 0 },
  nohup: NOTHING,
  time: { withValue: ['-f', '-o'], operands: 0 },
  command: NOTHING,
  builtin: NOTHING,
  setsid: NOTHING,
  gosu: { withValue: [], operands: 1 },
  nice: { withValue: ['-n', '--adjustment'], operands: 0 },
  ionice: { withValue: ['-c', '-n'], operands: 0 },
  stdbuf: { withValue: ['-i', '-o', '-e'], operands: 0 },
  timeout: { withValue: ['-s', '--signal', '-k', '--kill-after'], operands: 1 },
  tini: NOTHING,
  'dumb-init': NOTHING,
  retry: { withValue: ['-t', '-d'], operands: 0 },
  xargs: {
    withValue: ['-n', '-I', '-P', '-L', '-d', '-a', '-E', '-s', '--max-args', '--max-procs', '--delimiter'],
    operands: 0,
  },
  poetry: running('-C', '--directory'),
  pipenv: running(),
  pdm: running(),
  rye: running(),
  hatch: running(),
  pixi: running('-e', '--environment'),
  uv: running('--with', '--python', '-p', '--extra', '--group', '--project', '--directory', '--env-file'),
  conda: running('-n', '--name', '-p', '--prefix', '--cwd'),
  mamba: running('-n', '--name', '-p', '--prefix'),
  micromamba: running('-n', '--name', '-p', '--prefix'),
};

/**
 * How many of the words, counted from the first, are a wrapper with its options; 0 when the first is none. Assignments behind `env` and
 * `sudo` are not counted.
 */
export function wrapperLength(words: readonly string[]): number {
  const name = programName(words[0] ?? '');
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (!wrapper) return 0;
  let at = 1;
  if (wrapper.subcommand !== undefined && words[at++] !== wrapper.subcommand) return 0;
  let operands = wrapper.operands;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return at + 1;
    if (word.startsWith('-') && word !== '-') {
      if (wrapper.withValue.includes(word)) at++;
    } else if (operands > 0) operands--;
    else break;
  }
  // A wrapper that runs nothing is a program of its own: `env`, `time`.
  return at < words.length ? at : 0;
}

/** A program's name without its folder and the ending of Windows. */
export function programName(word: string): string {
  return word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.exe$/iu, '');
}
