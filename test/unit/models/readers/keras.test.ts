import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARMFUL_CODE, HARMLESS_CODE } from '../../../support/models/marshalled-code';
import { SYSTEM, zip } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const layer = (className: string, config: object = {}, module: string | null = 'keras.layers'): object => ({
  module,
  class_name: className,
  config,
  registered_name: null,
});
const sequential = (...layers: readonly object[]): object => layer('Sequential', { layers }, 'keras');
const archive = (config: Uint8Array): Uint8Array =>
  zip([
    { name: 'metadata.json', data: encode({ keras_version: '3.15.1' }) },
    { name: 'config.json', data: config },
  ]);
const lambda = (code: string): object =>
  layer('Lambda', {
    function: { class_name: '__lambda__', config: { code, defaults: null, closure: null } },
  });
const inspectLayers = (...layers: readonly object[]): ReturnType<typeof inspect> =>
  inspect(archive(encode(sequential(...layers))), 'model.keras');
const fn = (module: string, config: string): object => ({
  module,
  class_name: 'function',
  config,
  registered_name: config,
});
const evil = HARMFUL_CODE['3.12'] ?? '';

describe('a Keras archive', () => {
  it('is safe when it names nothing but what Keras has', () => {
    const report = inspectLayers(
      layer('InputLayer', { dtype: layer('DTypePolicy', { name: 'float32' }, 'keras') }),
      layer('Dense', {
        kernel_initializer: layer('GlorotUniform', {}, 'keras.initializers'),
        activation: 'relu',
      }),
      layer('Activation', { activation: fn('keras.activations', 'relu') }),
      layer('Bidirectional', {}, 'keras.src.layers.rnn.bidirectional'),
      layer('Dense', {}, 'tf_keras.src.layers.core.dense'),
    );
    expect(report).toMatchObject({
      format: 'keras',
      verdict: 'safe',
      findings: [],
      facts: { properties: [{ name: 'keras_version', value: '3.15.1' }] },
    });
  });

  it.each(Object.entries(HARMFUL_CODE))('reads the code of Python %s in a Lambda layer', (_version, code) => {
    const report = inspectLayers(lambda(code));
    expect(report.verdict).toBe('malicious');
    expect(evidence(report)).toEqual(['__import__, system']);
  });

  it('calls code suspicious that uses nothing harmful, and malicious what it cannot read', () => {
    expect(inspectLayers(lambda(HARMLESS_CODE))).toMatchObject({ verdict: 'suspicious' });
    expect(inspectLayers(lambda(evil.slice(0, 60)))).toMatchObject({ verdict: 'malicious' });
  });

  it('reads the old form of a Lambda layer, and the one that names a function', () => {
    const old = (config: object): string => inspectLayers(layer('Lambda', config, null)).verdict;
    expect(old({ function: [evil, null, null], function_type: 'lambda' })).toBe('malicious');
    expect(old({ function: 'my_function', function_type: 'function' })).toBe('suspicious');
    expect(old({ function: 'system', function_type: 'function', module: 'os' })).toBe('malicious');
    expect(old({ function: 'relu', function_type: 'function' })).toBe('safe');
    expect(old({ function: fn('keras.ops', 'relu'), output_shape: [evil, null, null] })).toBe('malicious');
  });

  it.each<[string, string, string]>([
    ['os', 'system', 'malicious'],
    ['subprocess', 'Popen', 'malicious'],
    ['builtins', 'eval', 'malicious'],
    ['builtins', 'my_loss', 'suspicious'],
    ['keras.utils', 'get_file', 'malicious'],
    ['keras.src.utils.file_utils', 'get_file', 'malicious'],
    ['keras.config', 'enable_unsafe_deserialization', 'malicious'],
    ['keras.models', 'load_model', 'malicious'],
    ['keras.saving', 'load_model', 'malicious'],
    ['keras.utils', 'to_categorical', 'safe'],
    ['keras.losses', 'mean_squared_error', 'safe'],
    ['acme.losses', 'fancy', 'suspicious'],
  ])('judges the function %s.%s: %s', (module, name, verdict) => {
    expect(inspectLayers(fn(module, name)).verdict).toBe(verdict);
  });

  it('tells classes that are in no file: suspicious, or malicious where the module does harm', () => {
    const custom = { module: null, class_name: 'My', config: {}, registered_name: 'acme>My' };
    expect(inspectLayers(custom)).toMatchObject({
      verdict: 'suspicious',
      findings: [{ message: expect.stringContaining('acme>My') as string }],
    });
    expect(inspectLayers(layer('Attention2', {}, 'acme.layers')).verdict).toBe('suspicious');
    expect(inspectLayers(layer('Popen', {}, 'subprocess')).verdict).toBe('malicious');
    expect(inspectLayers(layer('Anything', {}, 'os')).verdict).toBe('malicious');
  });

  it.each([
    ['/etc/passwd', 'malicious'],
    ['../../secrets.txt', 'malicious'],
    ['https://example.org/words', 'malicious'],
    ['words.txt', 'suspicious'],
    [['a', 'b'], 'safe'],
    [null, 'safe'],
  ])('judges a vocabulary that is %s: %s', (vocabulary, verdict) => {
    expect(inspectLayers(layer('StringLookup', { vocabulary })).verdict).toBe(verdict);
  });

  it.each([
    ['io.read_file', 'malicious'],
    ['io.write_file', 'malicious'],
    ['raw_ops.PyFunc', 'malicious'],
    ['math.multiply', 'safe'],
  ])('judges a TFOpLambda that calls tf.%s: %s', (callee, verdict) => {
    expect(inspectLayers(layer('TFOpLambda', { function: callee })).verdict).toBe(verdict);
  });

  it('looks into the pickle of a TorchModuleWrapper', () => {
    const module = btoa(String.fromCharCode(...SYSTEM));
    const report = inspectLayers(layer('TorchModuleWrapper', { module }));
    expect(evidence(report)).toContain("os.system('id')");
  });
});

describe('a configuration that hides', () => {
  const config = sequential(lambda(evil));
  it('is found in UTF-16, behind escapes, and by itself', () => {
    const text = JSON.stringify(config);
    const utf16 = new Uint8Array(Buffer.from(text, 'utf16le'));
    const escaped = new TextEncoder().encode(text.replaceAll('class_name', 'class\\u005fname'));
    for (const bytes of [utf16, escaped]) {
      expect(inspect(archive(bytes), 'model.zip').verdict).toBe('malicious');
      expect(inspect(bytes, 'architecture.txt')).toMatchObject({ format: 'keras', verdict: 'malicious' });
    }
  });

  it('is found in the first of two keys with the same name', () => {
    const text = JSON.stringify(layer('Sequential')).replace(
      '"config":{}',
      `"config":${JSON.stringify(config)},"config":{}`,
    );
    const report = inspect(new TextEncoder().encode(text), 'config.json');
    expect(report.verdict).toBe('malicious');
    expect(report.findings.map(({ message }) => message)).toContain(
      'The key "config" comes twice: loaders differ in which one they take.',
    );
  });

  it('is never safe while its code is whole', () => {
    const text = JSON.stringify(config);
    const start = text.indexOf('__lambda__') - 20;
    const end = text.indexOf(evil) + evil.length;
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, put) => {
        if (at >= start && at < end) return;
        const changed = text.slice(0, at) + put + text.slice(at + put.length);
        expect(inspect(archive(new TextEncoder().encode(changed)), 'model.keras').verdict).not.toBe('safe');
      }),
      { numRuns: 300 },
    );
  });

  it('comes to an end with any JSON, and any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const report = inspect(
          new TextEncoder().encode(`{"class_name":"Lambda","config":${text}`),
          'config.json',
        );
        expect(report.verdict).not.toBe('safe');
      }),
      { numRuns: 300 },
    );
  });
});
