import { expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'numpy-allow-pickle';

it('switches the pickle off', () => {
  const code = 'import numpy as np\n\ndata = np.load(path, allow_pickle=True, mmap_mode=None)\n';
  expect(fixed(ID, code)).toBe(code.replace('True', 'False'));
});

it('is an error for a file that came over the network', () => {
  const code =
    'import io\nimport numpy as np\nimport requests\n\ndata = np.load(io.BytesIO(requests.get(url).content), allow_pickle=True)\n';
  expect(onlyFinding(ID, code).severity).toBe('error');
});

it('says nothing when the argument may be in a dictionary that cannot be seen', () => {
  expect(
    findingsOf(ID, 'import numpy as np\n\ndef read(path, **options):\n    return np.load(path, **options)\n'),
  ).toEqual([]);
});
