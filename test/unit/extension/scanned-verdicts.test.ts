import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FindingsStore } from '../../../src/extension/findings/findings-store';
import { ScannedVerdicts } from '../../../src/extension/model-editor/scanned-verdicts';
import { sample } from './support/sample';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the marks of model files follow the findings of scans', () => {
  const store = new FindingsStore();
  const scanned = new ScannedVerdicts(store);
  const told: (readonly string[])[] = [];
  scanned.onDidChange((uris) => told.push(uris));
  const tell = (uri: string, ...rules: readonly string[]): void => {
    store.replace(
      uri,
      rules.map((ruleId) => sample({ uri, ruleId })),
    );
  };
  tell('file:///a.pkl', 'model-file-suspicious', 'model-file-malicious');
  tell('file:///b.pt', 'model-file-not-analysed');
  tell('file:///c.pt', 'model-file-note');
  tell('file:///d.py', 'model-unpinned');
  vi.runAllTimers();
  expect(told).toEqual([['file:///a.pkl', 'file:///b.pt']]);
  expect(['a.pkl', 'b.pt', 'c.pt', 'd.py'].map((name) => scanned.get(`file:///${name}`))).toEqual([
    'malicious',
    'incomplete',
    undefined,
    undefined,
  ]);
  tell('file:///a.pkl');
  tell('file:///d.py');
  vi.runAllTimers();
  expect(told.at(-1)).toEqual(['file:///a.pkl']);
  expect(scanned.get('file:///a.pkl')).toBeUndefined();
  scanned.dispose();
});
