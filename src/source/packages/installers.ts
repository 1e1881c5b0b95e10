import type { PackageRequest } from '../content/package-request';

/** An installer's command line, as far as packages are concerned. */
export interface Installer {
  /** The words it begins with; alternatives of one word are separated by `|`. */
  readonly words: readonly string[];
  readonly ecosystem: PackageRequest['ecosystem'];
  readonly from: 'command' | 'runner';
  /** Options that take the word behind them. */
  readonly withValue: readonly string[];
  /** Options whose value is itself a package. */
  readonly packageOptions?: readonly string[];
}

const PIP_VALUES =
  '-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links --trusted-host -t --target --prefix --root --proxy --cert --client-cert --platform --python-version --implementation --abi --only-binary --no-binary --src --upgrade-strategy --log --timeout --retries --config-settings -C --global-option --install-option --build-option --cache-dir --python -p --progress-bar --exists-action --report --root-user-action -d --dest -w --wheel-dir --index --default-index --index-strategy --allow-insecure-host --torch-backend --group --extra --optional --tag --branch --rev --source --resolution --prerelease --exclude-newer --keyring-provider --use-feature --directory --project --no-build-package -U-package --upgrade-package -P --reinstall-package --link-mode --suffix --pip-args --spec'.split(
    ' ',
  );
const CONDA_VALUES = '-n --name -p --prefix -c --channel --file -f --solver --experimental-solver'.split(' ');
const NPM_VALUES =
  '--registry --prefix --cache --tag --loglevel -w --workspace -C --dir --filter --omit --include --cwd --userconfig -c --call --node-options'.split(
    ' ',
  );
const SYSTEM_VALUES =
  '-o -t --target-release -c --option -X --repository --virtual --root --repositories-file --keys-dir'.split(
    ' ',
  );

const pip = (...words: string[]): Installer => ({
  words,
  ecosystem: 'pypi',
  from: 'command',
  withValue: PIP_VALUES,
  packageOptions: ['-e', '--editable', '--with', '--with-editable'],
});
const python = (from: 'command' | 'runner', ...words: string[]): Installer => ({ ...pip(...words), from });
const npm = (from: 'command' | 'runner', ...words: string[]): Installer => ({
  words,
  ecosystem: 'npm',
  from,
  withValue: NPM_VALUES,
  ...(from === 'runner' ? { packageOptions: ['-p', '--package'] } : {}),
});
const conda = (...words: string[]): Installer => ({
  words,
  ecosystem: 'conda',
  from: 'command',
  withValue: CONDA_VALUES,
});
const other = (ecosystem: PackageRequest['ecosystem'], ...words: string[]): Installer => ({
  words,
  ecosystem,
  from: 'command',
  withValue: SYSTEM_VALUES,
});

/** The longest that fits counts: `uv pip install` before `uv`. */
export const INSTALLERS: readonly Installer[] = [
  pip('pip|pip2|pip3', 'install|download|wheel'),
  pip('uv', 'pip', 'install'),
  pip('uv', 'add'),
  python('command', 'uv', 'tool', 'install'),
  python('runner', 'uv', 'tool', 'run'),
  python('runner', 'uvx'),
  python('command', 'pipx', 'install|inject|upgrade'),
  python('runner', 'pipx', 'run'),
  pip('poetry|pdm|rye|pixi', 'add'),
  pip('pipenv', 'install'),
  pip('easy_install'),
  conda('conda|mamba|micromamba', 'install|create'),
  conda('conda|mamba|micromamba', 'env', 'create'),
  npm('command', 'npm', 'install|i|add|in'),
  npm('command', 'pnpm|bun', 'add|install|i'),
  npm('command', 'yarn', 'add'),
  npm('command', 'yarn', 'global', 'add'),
  npm('runner', 'npm', 'exec|x'),
  npm('runner', 'npx|bunx|pnpx'),
  npm('runner', 'pnpm|yarn', 'dlx'),
  npm('runner', 'bun', 'x'),
  other('debian', 'apt-get|apt|aptitude', 'install'),
  other('alpine', 'apk', 'add'),
  other('cargo', 'cargo', 'install'),
  other('other', 'gem', 'install'),
  other('other', 'go', 'install|get'),
];
