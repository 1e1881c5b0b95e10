import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import type { Report, Rule, RuleContext } from '../rule';
import { checksMembers } from '../rule-support/archive-check';
import { holdsMemberName } from '../rule-support/archive-entry';
import { filterChoice, memberChoice } from '../rule-support/archive-members';
import { calleeName } from '../rule-support/call-text';
import { type DataSource, dataSource } from '../rule-support/data-source';
import { keywordEdit } from '../rule-support/keyword-edit';
import { outsiderData, readInput } from '../rule-support/outsider-data';

type Unpacker = ApiOf<'deserialization'>;

const METHODS = new Set(['extract', 'extractall']);

/** Variables that hold an open tar file, where it was opened elsewhere. */
const TAR_NAME = /^_?(?:tar|tf|tgz|tarball|tar_?(?:file|archive|obj|ref|fp|f|handle)|\w+_tar)$/iu;

function check(call: Call, api: Unpacker, context: RuleContext): void {
  if (api.format !== 'archive' || !unpacksAll(call, api, context.model)) return;
  if (checksMembers(call, context.model)) return;
  const source = dataSource(call, api, context);
  if (source === 'memory') return;
  const subject = calleeName(call, context.model);
  const outsider = source === 'network' ? outsiderData(call, api, context) : undefined;
  context.report({
    at: call,
    subject,
    message: messageOf(subject, api, source, outsider?.origin),
    ...(outsider ? { path: outsider.path } : {}),
    ...weightOf(call, api, source, outsider !== undefined && outsider.origin !== 'a web page'),
    fixes: filterFix(call, api, context.model),
  });
}

/** Whether the archive alone decides what is written where. */
function unpacksAll(call: Call, api: Unpacker, model: SourceModel): boolean {
  if (filterChoice(call, model) !== 'all') return false;
  if (api.call.startsWith('shutil')) return !isZip(call, api, model);
  if (lastName(call) === 'extractall') return memberChoice(call, model) === 'all';
  if (lastName(call) !== 'extract') return true;
  const member = call.argument({ keyword: 'member', position: 0 });
  return member.state === 'given' && !model.evaluate(member.argument.value).known;
}

/** The zip reader of the standard library drops what leads out of the folder. */
function isZip(call: Call, api: Unpacker, model: SourceModel): boolean {
  const format = call.argument({ keyword: 'format', position: 2 });
  const value = format.state === 'given' ? model.evaluate(format.argument.value) : undefined;
  if (value?.known) return value.value === 'zip';
  const input = readInput(call, api, { model });
  const parts = input && model.stringParts(input);
  const last = parts?.at(-1);
  return last?.kind === 'text' && last.value.toLowerCase().endsWith('.zip');
}

function weightOf(
  call: Call,
  api: Unpacker,
  source: DataSource,
  isOutsiders: boolean,
): Pick<Report, 'severity' | 'confidence'> {
  if (isOutsiders && !api.limited) return { severity: 'error' };
  const isSure = source === 'network' || source === 'unknown';
  return api.limited || !isSure || call.nameConfidence === 'probable' ? { confidence: 'probable' } : {};
}

function messageOf(name: string, api: Unpacker, source: DataSource, origin: string | undefined): string {
  const advice = api.limited
    ? `Use ${api.instead ?? 'tarfile or zipfile and check each name'}.`
    : "Pass filter='data', or check each name and link first.";
  if (origin !== undefined && origin !== 'a web page') {
    return `${name} unpacks data from ${origin}, which can name files anywhere on this machine, such as modules that run later. ${advice}`;
  }
  if (source === 'network') {
    return `${name} unpacks an archive that was downloaded, and its names and links can lead out of the folder and overwrite other files. ${advice}`;
  }
  return `${name} writes wherever the names and links in the archive lead, also out of the folder. ${advice}`;
}

function filterFix(call: Call, { fix }: Unpacker, model: SourceModel): readonly Fix[] {
  if (!fix || !('setKeyword' in fix)) return [];
  const edit = keywordEdit(call, { keyword: fix.setKeyword }, fix.value, model);
  return edit
    ? [
        {
          title: "Set filter='data' (Python 3.12, or a patch release of 3.8 to 3.11)",
          safe: false,
          edits: [edit],
        },
      ]
    : [];
}

/** Tar files whose opening cannot be seen, and members that are written by hand. */
function checkCall(call: Call, context: RuleContext): void {
  const { apis, model } = context;
  const { callee } = call;
  if (callee.kind === 'attribute' && METHODS.has(callee.name) && call.names.length === 0) {
    const receiver = lastNameOf(callee.object);
    if (!TAR_NAME.test(receiver) || !imports(model, 'tarfile')) return;
    check(call, UNSEEN_TAR, context);
    return;
  }
  const path = writtenPath(call, model);
  if (!path || !(imports(model, 'zipfile') || imports(model, 'tarfile'))) return;
  if (apis.ofKind('deserialization', call, model).length > 0 || !holdsMemberName(path, context)) return;
  if (checksMembers(call, model)) return;
  context.report({
    at: call,
    subject: 'the name of an archive member',
    message:
      'The name of an archive member decides which file is written here, and it may lead out of the folder. Use extractall of zipfile, which drops such names, or check the resolved path first.',
  });
}

const UNSEEN_TAR: Unpacker = {
  call: 'tarfile.TarFile().extractall',
  is: 'deserialization',
  format: 'archive',
  fix: { setKeyword: 'filter', value: "'data'", safe: false },
};

/** The path of a call that opens a file for writing or writes it at once. */
function writtenPath(call: Call, model: SourceModel): Expression | undefined {
  const { callee } = call;
  if (callee.kind === 'attribute' && (callee.name === 'write_bytes' || callee.name === 'write_text')) {
    return callee.object;
  }
  if (!call.names.some((name) => name === 'builtins.open' || name === 'io.open')) return undefined;
  const mode = call.argument({ keyword: 'mode', position: 1 });
  const value = mode.state === 'given' ? model.evaluate(mode.argument.value) : undefined;
  if (!value?.known || typeof value.value !== 'string' || !/[wax]/u.test(value.value)) return undefined;
  const path = call.argument({ keyword: 'file', position: 0 });
  return path.state === 'given' ? path.argument.value : undefined;
}

function imports({ imports: all }: SourceModel, name: string): boolean {
  return all.some(({ module }) => module === name);
}

function lastName({ callee }: Call): string {
  return lastNameOf(callee);
}

function lastNameOf(expression: Expression): string {
  return expression.kind === 'attribute' || expression.kind === 'name' ? expression.name : '';
}

export const rule: Rule = {
  id: 'archive-extracted-unchecked',
  title: 'Archive is unpacked without a check',
  stages: ['data-engineering', 'experimentation', 'model-serving', 'continuous-integration'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML02', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-22'],
  atlas: ['AML.T0010.002'],
  controls: ['C07', 'C16'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['archives', 'datasets'],
  languages: ['python'],
  what:
    'Finds `extractall` and `extract` of tar files without a `filter` or a choice of members, `shutil.unpack_archive` of anything but a zip, and members written by hand under the name that the archive gives. ' +
    "`zipfile`'s own `extractall` is fine: it drops names that lead out. What somebody sends to a web service is an error, an archive at a fixed path is information.",
  why: 'A tar file names its members freely: `../../.ssh/authorized_keys`, absolute paths, links that lead elsewhere. Unpacking a dataset or model bundle from elsewhere can so replace a module, a key or a start script of the machine that trains.',
  fix: "Pass `filter='data'` (Python 3.12, patch releases of 3.8 to 3.11; the default from 3.14 on). Without it, resolve the path of each member and compare it with the folder, and leave links and devices out. Compare the hash of a download first.",
  references: [
    {
      title: 'tarfile: extraction filters',
      url: 'https://docs.python.org/3/library/tarfile.html#extraction-filters',
    },
    { title: 'CWE-22: Path Traversal', url: 'https://cwe.mitre.org/data/definitions/22.html' },
  ],
  examples: {
    bad: [
      {
        title: 'all of a tar file',
        code: 'import tarfile\n\ndef unpack(path, folder):\n    with tarfile.open(path) as tar:\n        tar.extractall(folder)\n',
      },
      {
        title: 'in one line, trusted in full',
        code: "import tarfile\n\ntarfile.TarFile(path).extractall(path=folder, filter='fully_trusted')\n",
      },
      {
        title: 'the members of the archive itself',
        code: 'import tarfile\n\ntar = tarfile.open(path, "r:gz")\ntar.extractall(path=folder, members=tar.getmembers())\n',
      },
      {
        title: 'member by member',
        code: 'import tarfile\n\nwith tarfile.open(path) as tar:\n    for member in tar:\n        tar.extract(member, folder)\n',
      },
      {
        title: 'a tar file opened elsewhere',
        code: 'import tarfile\n\ndef unpack(tar, folder):\n    tar.extractall(folder)\n',
      },
      { title: 'shutil', code: 'import shutil\n\nshutil.unpack_archive(path, folder)\n' },
      {
        title: 'a download',
        code: 'import tarfile\nimport urllib.request\n\nurllib.request.urlretrieve(url, path)\ntarfile.open(path).extractall(folder)\n',
      },
      {
        title: 'members of a zip written by hand',
        code: 'import os\nimport zipfile\n\nwith zipfile.ZipFile(path) as archive:\n    for name in archive.namelist():\n        with open(os.path.join(folder, name), "wb") as file:\n            file.write(archive.read(name))\n',
      },
      {
        title: 'other unpackers (information)',
        code: 'import patoolib\n\npatoolib.extract_archive(path, outdir=folder)\n',
      },
      {
        title: 'a fixed file (information)',
        code: 'import tarfile\n\ntarfile.open("data.tar").extractall()\n',
      },
    ],
    good: [
      {
        title: 'the data filter',
        code: "import tarfile\n\nwith tarfile.open(path) as tar:\n    tar.extractall(folder, filter='data')\n",
      },
      {
        title: 'the filter as a function',
        code: 'import tarfile\n\nwith tarfile.open(path) as tar:\n    tar.extractall(folder, filter=tarfile.data_filter)\n',
      },
      {
        title: 'members that a function picks',
        code: 'import tarfile\n\ntar = tarfile.open(path)\ntar.extractall(path=folder, members=inside(tar, folder))\n',
      },
      {
        title: 'names compared first',
        code: 'import os\nimport tarfile\n\ndef unpack(path, folder):\n    with tarfile.open(path) as tar:\n        for member in tar.getmembers():\n            target = os.path.realpath(os.path.join(folder, member.name))\n            if os.path.commonpath([folder, target]) != folder:\n                raise ValueError(member.name)\n        tar.extractall(folder)\n',
      },
      {
        title: 'one known member',
        code: 'import tarfile\n\ntarfile.open(path).extract("model.json", folder)\n',
      },
      {
        title: 'zip',
        code: 'import zipfile\n\nwith zipfile.ZipFile(path) as archive:\n    archive.extractall(folder)\n',
      },
      {
        title: 'shutil, zip',
        code: 'import shutil\n\nshutil.unpack_archive(path, folder, "zip")\nshutil.unpack_archive(f"{name}.zip", folder)\n',
      },
      {
        title: 'the last part of a name',
        code: 'import os\nimport zipfile\n\nwith zipfile.ZipFile(path) as archive:\n    for name in archive.namelist():\n        with open(os.path.join(folder, os.path.basename(name)), "wb") as file:\n            file.write(archive.read(name))\n',
      },
      {
        title: 'reading only, and writing an archive',
        code: 'import tarfile\n\nwith tarfile.open(path) as tar:\n    text = tar.extractfile("a.txt").read()\nwith tarfile.open(path, "w:gz") as tar:\n    tar.add(folder)\n',
      },
      {
        title: 'an archive made here in memory',
        code: 'import io\nimport tarfile\n\nfeatures.extract(tar)\nseries.str.extract(r"(\\d+)")\n',
      },
    ],
  },
  needs: ['deserialization'],
  triggers: () =>
    ['zipfile', 'tarfile', 'rarfile', 'py7zr'].flatMap((module) =>
      ['extract', 'namelist', 'infolist', 'filelist', 'getinfo', 'getmembers', 'getnames', '.next('].map(
        (member) => [module, member],
      ),
    ),
  on: { api: { deserialization: check }, call: checkCall },
};
