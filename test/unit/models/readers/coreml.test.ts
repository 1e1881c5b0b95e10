import { describe, expect, it } from 'vitest';
import { field, message } from '../../../support/models/protobuf';
import { zip } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const model = (kind: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  message(
    field(1, 5),
    field(2, message(field(100, message(field(1, 'a test'), field(3, 'me'), field(4, 'MIT'))))),
    field(kind, message(...parts)),
  );
const layer = (kind: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  field(1, message(field(1, 'layer'), field(kind, message(...parts))));
const verdict = (content: Uint8Array): string => inspect(content, 'model.mlmodel').verdict;

describe('Core ML', () => {
  it('shows what the model says', () => {
    expect(inspect(model(500, layer(140, field(1, 3))), 'model.bin')).toMatchObject({
      format: 'coreml',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [
          { name: 'description', value: 'a test' },
          { name: 'author', value: 'me' },
          { name: 'licence', value: 'MIT' },
        ],
      },
    });
  });

  it('tells layers and models that are classes of a program, in pipelines too', () => {
    const custom = model(500, layer(500, field(10, 'AcmeLayer')));
    expect(evidence(inspect(custom, 'model.mlmodel'))).toEqual(['AcmeLayer']);
    expect(evidence(inspect(model(555, field(10, 'AcmeModel')), 'm'))).toEqual(['AcmeModel']);
    expect(verdict(model(202, field(1, custom)))).toBe('suspicious');
    expect(verdict(model(200, field(1, message(field(1, custom)))))).toBe('suspicious');
  });

  it.each([
    ['@model_path/weights/weight.bin', 'safe'],
    ['@model_path/../../x', 'malicious'],
    ['/etc/passwd', 'malicious'],
  ])('judges numbers of a program that are in "%s": %s', (path, expected) => {
    const value = message(field(5, message(field(1, path), field(2, 64))));
    const operation = message(field(1, 'const'), field(5, message(field(1, 'val'), field(2, value))));
    const block = message(field(1, 'CoreML5'), field(2, message(field(3, operation))));
    const program = message(field(1, 'main'), field(2, message(field(3, block))));
    expect(verdict(model(502, field(2, program)))).toBe(expected);
  });

  it('tells a model that is in another file', () => {
    const linked = (path: string): Uint8Array =>
      model(556, field(1, message(field(1, message(field(1, path))))));
    expect(verdict(linked('other.mlmodelc'))).toBe('suspicious');
    expect(verdict(linked('/tmp/other.mlmodelc'))).toBe('malicious');
  });

  it('is found in a package', () => {
    const data = model(500, layer(500, field(10, 'AcmeLayer')));
    const archive = zip([{ name: 'm.mlpackage/Data/com.apple.CoreML/model.mlmodel', data }]);
    expect(inspect(archive, 'm.zip')).toMatchObject({ format: 'coreml', verdict: 'suspicious' });
  });
});
