import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'yaml-unsafe-load';

describe('the fix', () => {
  it.each([
    ['no loader', 'import yaml\nyaml.load(text)\n', 'import yaml\nyaml.safe_load(text)\n'],
    [
      'a loader by keyword',
      'import yaml\nyaml.load(text, Loader=yaml.Loader)\n',
      'import yaml\nyaml.safe_load(text)\n',
    ],
    [
      'a loader by position',
      'import yaml\nyaml.load(text, yaml.UnsafeLoader)\n',
      'import yaml\nyaml.safe_load(text)\n',
    ],
    [
      'the loader first',
      'import yaml\nyaml.load(Loader=yaml.Loader, stream=text)\n',
      'import yaml\nyaml.safe_load(stream=text)\n',
    ],
    [
      'several documents',
      'import yaml\nyaml.load_all(text, Loader=yaml.Loader)\n',
      'import yaml\nyaml.safe_load_all(text)\n',
    ],
    [
      'another name of the module',
      'import yaml as y\ny.unsafe_load(text)\n',
      'import yaml as y\ny.safe_load(text)\n',
    ],
    [
      'a function by name',
      'from yaml import load\nload(text)\n',
      'from yaml import safe_load\nfrom yaml import load\nsafe_load(text)\n',
    ],
  ])('calls the safe function: %s', (_, before, after) => {
    expect(fixed(ID, before)).toBe(after);
    expect(findingsOf(ID, after)).toEqual([]);
  });

  it('is not offered where it would lose a comment', () => {
    const code = 'import yaml\nyaml.load(\n    text,\n    # needs tags\n    Loader=yaml.Loader,\n)\n';
    expect(onlyFinding(ID, code).fixes).toEqual([]);
  });

  it('is not offered where the file has another safe_load', () => {
    const code = 'from yaml import load\n\ndef safe_load(text):\n    return load(text)\n';
    expect(onlyFinding(ID, code).fixes).toEqual([]);
  });

  it('switches the type of ruamel.yaml', () => {
    expect(fixed(ID, "from ruamel.yaml import YAML\ny = YAML(typ='unsafe', pure=True)\n")).toBe(
      "from ruamel.yaml import YAML\ny = YAML(typ='safe', pure=True)\n",
    );
  });
});

it('reports FullLoader as information', () => {
  expect(onlyFinding(ID, 'import yaml\nyaml.load(text, Loader=yaml.FullLoader)\n').severity).toBe('info');
});

it('says nothing when one of two possible loaders is safe', () => {
  const code =
    'import yaml\nloader = yaml.SafeLoader if safe else yaml.Loader\nyaml.load(text, Loader=loader)\n';
  expect(findingsOf(ID, code)).toEqual([]);
});
