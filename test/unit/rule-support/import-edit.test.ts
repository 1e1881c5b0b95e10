import { expect, it } from 'vitest';
import { importEdit } from '../../../src/analysis/rule-support/import-edit';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { applyEdits } from '../../../src/source/text-edit';

function withImport(code: string, wanted: Parameters<typeof importEdit>[1] = { module: 'os' }): string {
  const edit = importEdit(new PythonFrontEnd().parse(code).model, wanted);
  return edit ? applyEdits(code, [edit]) : code;
}

it.each([
  ['above the first import', 'import sys\nprint(1)\n', 'import os\nimport sys\nprint(1)\n'],
  ['above from-imports', 'from a import b\n', 'import os\nfrom a import b\n'],
  [
    'behind the docstring',
    '"""About this file."""\n\nprint(1)\n',
    '"""About this file."""\n\nimport os\nprint(1)\n',
  ],
  [
    'behind a __future__ import',
    'from __future__ import annotations\n\nimport sys\n',
    'from __future__ import annotations\n\nimport os\nimport sys\n',
  ],
  [
    'behind a lone __future__ import',
    'from __future__ import annotations\n\nprint(1)\n',
    'from __future__ import annotations\n\nimport os\nprint(1)\n',
  ],
  ['behind a shebang', '#!/usr/bin/env python\nprint(1)\n', '#!/usr/bin/env python\nimport os\nprint(1)\n'],
  ['with the line ends of the file', 'import sys\r\n', 'import os\r\nimport sys\r\n'],
  ['not twice', 'import os\nprint(1)\n', 'import os\nprint(1)\n'],
  [
    'although a function imports it',
    'def f():\n    import os\n    return os\n',
    'import os\ndef f():\n    import os\n    return os\n',
  ],
])('adds an import %s', (_, before, after) => {
  expect(withImport(before)).toBe(after);
});

it('imports a name', () => {
  expect(withImport('import yaml\n', { module: 'yaml', name: 'safe_load' })).toBe(
    'from yaml import safe_load\nimport yaml\n',
  );
});
