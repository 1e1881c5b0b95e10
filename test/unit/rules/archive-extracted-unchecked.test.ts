import { expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'archive-extracted-unchecked';
const unpack = (before: string, after = ''): string =>
  `import os\nimport tarfile\n\ndef unpack(path, folder):\n    with tarfile.open(path) as tar:\n${before}        tar.extractall(folder)\n${after}`;

it('is a warning for a path that is not fixed, information for one that is', () => {
  expect(onlyFinding(ID, unpack('')).severity).toBe('warning');
  expect(onlyFinding(ID, 'import tarfile\n\ntarfile.open("data.tar").extractall()\n').severity).toBe('info');
});

it('is an error with the way of the data for what somebody uploads', () => {
  const code =
    'import tarfile\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.post("/data")\ndef data():\n    upload = request.files["data"]\n    tarfile.open(fileobj=upload.stream).extractall("/srv/data")\n';
  const fromSaved = code.replace(
    '    tarfile.open(fileobj=upload.stream)',
    '    upload.save("/tmp/in.tar")\n    tarfile.open("/tmp/in.tar")',
  );
  for (const one of [code, fromSaved]) {
    const { severity, path, message } = onlyFinding(ID, one);
    expect(severity, one).toBe('error');
    expect(path.length).toBeGreaterThan(1);
    expect(message).toContain('an HTTP request');
  }
});

it.each([
  [
    'absolute names refused',
    '        for m in tar.getmembers():\n            if os.path.isabs(m.name):\n                raise ValueError(m.name)\n',
  ],
  ['dots refused', '        if any(".." in m.name for m in tar):\n            raise ValueError\n'],
  ['links refused', '        if any(m.issym() or m.islnk() for m in tar):\n            raise ValueError\n'],
  ['a filter for the whole object', '        tar.extraction_filter = tarfile.data_filter\n'],
])('is silent where the members are looked at first: %s', (_, before) => {
  expect(findingsOf(ID, unpack(before))).toEqual([]);
});

it('does not take a comparison of something else for a check', () => {
  const before = '        if not path.startswith("/srv"):\n            folder = os.path.realpath(folder)\n';
  expect(findingsOf(ID, unpack(before))).toHaveLength(1);
  expect(findingsOf(ID, unpack('', '\ndef safe_load(text):\n    return text\n'))).toHaveLength(1);
});

it('sets the filter, and keeps what is there', () => {
  expect(fixed(ID, unpack(''))).toContain("tar.extractall(folder, filter='data')");
});

it('follows the name of a member to the file that is written', () => {
  const code = (target: string): string =>
    `import os\nimport zipfile\nfrom pathlib import Path\n\ndef unpack(path, folder):\n    archive = zipfile.ZipFile(path)\n    for info in archive.infolist():\n        target = ${target}\n        with open(target, "wb") as file:\n            file.write(archive.read(info))\n`;
  expect(findingsOf(ID, code('os.path.join(folder, info.filename)'))).toHaveLength(1);
  expect(findingsOf(ID, code('f"{folder}/{info.filename}"'))).toHaveLength(1);
  expect(findingsOf(ID, code('os.path.join(folder, os.path.basename(info.filename))'))).toEqual([]);
  expect(findingsOf(ID, code('folder + "/fixed.bin"'))).toEqual([]);
});
