/** Finds the file of the workspace that an import means. All paths are relative to the workspace, with `/`. */
export class ModulePaths {
  private readonly known = new Map<string, string | undefined>();

  /** @param has whether there is a file of that path. */
  constructor(private readonly has: (path: string) => boolean) {}

  /** The file of a module as a file imports it; undefined when it is none of the workspace. */
  fileOf(importer: string, module: string): string | undefined {
    const key = `${folderOf(importer)}\0${isScript(importer) ? 'js' : 'py'}\0${module}`;
    if (!this.known.has(key)) this.known.set(key, this.find(importer, module));
    return this.known.get(key);
  }

  /** Every path that the module may have, the likeliest first. */
  candidates(importer: string, module: string): readonly string[] {
    if (isScript(importer)) return scriptCandidates(folderOf(importer), module);
    const dots = /^\.*/u.exec(module)?.[0].length ?? 0;
    const segments = module.slice(dots).split('.').filter(Boolean);
    if (dots > 0) {
      const folder = upwards(folderOf(importer), dots - 1);
      return folder === undefined ? [] : within(folder, segments);
    }
    // A script sees what lies beside it; a package is found from the folder that holds it, often named `src`.
    return foldersFrom(folderOf(importer)).flatMap((folder) => [
      ...within(folder, segments),
      ...within(join(folder, 'src'), segments),
    ]);
  }

  private find(importer: string, module: string): string | undefined {
    if (module === '' || module.includes('()')) return undefined;
    return this.candidates(importer, module).find((path) => path !== importer && this.has(path));
  }
}

const SCRIPT = /\.[cm]?[jt]sx?$|\.(?:vue|svelte)$/u;
const SCRIPT_ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs'];

function isScript(path: string): boolean {
  return SCRIPT.test(path);
}

/** `./llm`, `./llm.js`, `./llm/index`: what a JavaScript import of a file may mean. */
function scriptCandidates(folder: string, module: string): readonly string[] {
  if (/^[@~]\//u.test(module)) {
    const path = module.slice(2);
    return foldersFrom(folder).flatMap((root) => [
      ...withEndings(join(join(root, 'src'), path)),
      ...withEndings(join(root, path)),
    ]);
  }
  if (!/^\.\.?(?:\/|$)/u.test(module)) return [];
  let at: string | undefined = folder;
  const rest: string[] = [];
  for (const segment of module.split('/')) {
    if (segment === '..' && rest.length > 0) rest.pop();
    else if (segment === '..') at = at === undefined ? undefined : upwards(at, 1);
    else if (segment !== '.' && segment !== '') rest.push(segment);
  }
  if (at === undefined) return [];
  return withEndings(join(at, rest.join('/')));
}

function withEndings(path: string): readonly string[] {
  // TypeScript is imported by the name of what it is compiled to.
  const plain = path.replace(/\.[cm]?jsx?$/u, '');
  return [
    path,
    ...SCRIPT_ENDINGS.map((ending) => plain + ending),
    ...SCRIPT_ENDINGS.map((ending) => join(path, `index${ending}`)),
  ];
}

function within(folder: string, segments: readonly string[]): readonly string[] {
  const path = join(folder, segments.join('/'));
  return segments.length === 0 ? [join(path, '__init__.py')] : [`${path}.py`, join(path, '__init__.py')];
}

function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

/** The folder so many levels up; undefined when that is outside the workspace. */
function upwards(folder: string, levels: number): string | undefined {
  let at = folder;
  for (let level = 0; level < levels; level++) {
    if (at === '') return undefined;
    at = folderOf(at);
  }
  return at;
}

/** The folder and those above it, the nearest first. */
function foldersFrom(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

function join(folder: string, name: string): string {
  if (folder === '') return name;
  return name === '' ? folder : `${folder}/${name}`;
}
