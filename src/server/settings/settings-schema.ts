import * as v from 'valibot';
import { PRESETS, SEVERITIES } from '../../analysis/severity';
import { SIDE_CODE_MODES } from '../../analysis/side-code';
import type { Settings } from '../../protocol/messages';

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  preset: 'recommended',
  testCode: null,
  rules: {},
  exclude: [],
};

/** One schema a setting, so that a wrong one costs only itself. */
const schemas = {
  enable: v.boolean(),
  preset: v.picklist(PRESETS),
  testCode: v.nullable(v.picklist(SIDE_CODE_MODES)),
  rules: v.record(v.string(), v.picklist([...SEVERITIES, 'off'])),
  exclude: v.array(v.string()),
} satisfies { [K in keyof Settings]: v.GenericSchema };

export interface ReadSettings {
  readonly settings: Settings;
  /** One line for each setting that was not taken. */
  readonly problems: readonly string[];
}

/** Reads the `mlsecops` section. What is missing or wrong has its default; unknown settings are not the server's. */
export function readSettings(section: unknown): ReadSettings {
  const given = typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {};
  const problems: string[] = [];
  const read = <K extends keyof Settings>(key: K): Settings[K] => {
    const value = given[key];
    if (value === undefined || value === null) return DEFAULT_SETTINGS[key];
    const parsed = v.safeParse(schemas[key], value);
    if (parsed.success) return parsed.output as Settings[K];
    problems.push(`Setting mlsecops.${key} is not used: ${parsed.issues[0].message}`);
    return DEFAULT_SETTINGS[key];
  };
  return {
    settings: {
      enable: read('enable'),
      preset: read('preset'),
      testCode: read('testCode'),
      rules: read('rules'),
      exclude: read('exclude'),
    },
    problems,
  };
}
