import { describe, expect, test } from 'vitest';
import { PRESETS, SEVERITIES } from '../../../src/analysis/severity';
import { CLIENT_ID } from '../../../src/extension/client/client-factory';
import { SETTINGS, SETTINGS_SECTION } from '../../../src/extension/names/settings';
import { manifest, textOf } from './manifest';

const { properties } = manifest.contributes.configuration;

describe('settings', () => {
  test('the manifest declares exactly the settings that the code reads', () => {
    const read = Object.values(SETTINGS).map((name) => `${SETTINGS_SECTION}.${name}`);
    expect(Object.keys(properties).sort()).toEqual(read.sort());
  });

  test('each has a scope, a default and a text', () => {
    for (const [name, setting] of Object.entries(properties)) {
      expect(['window', 'resource'], name).toContain(setting.scope);
      expect(setting.default, name).toBeDefined();
      expect(textOf(setting.markdownDescription ?? ''), name).toMatch(/\.$/u);
    }
  });

  test('presets and severities are those of the engine', () => {
    expect(properties['mlsecops.preset']).toMatchObject({ enum: [...PRESETS] });
    expect(properties['mlsecops.rules']).toMatchObject({
      additionalProperties: { enum: [...SEVERITIES, 'off'] },
    });
  });

  test('the language client finds its trace setting under its own id', () => {
    expect(`${CLIENT_ID}.${SETTINGS.trace}`).toBe(`${SETTINGS_SECTION}.trace.server`);
  });
});
