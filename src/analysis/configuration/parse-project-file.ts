import { parseLocatedYaml, type LocatedYaml } from '../../catalog/located-yaml';
import { apiSchema, type Api } from '../../catalog/schema/api';
import type { Rule } from '../rule';
import { ruleLookup } from '../rule-lookup';
import type { Preset, Severity } from '../severity';
import type { SideCodeMode } from '../side-code';
import { attestationSchema, type ProjectAttestation } from './attestation-schema';
import { KeyReader, type ProjectFileProblem } from './key-reader';
import { signingRequirements } from './parse-signing-demands';
import { ruleSettingSchema } from './project-file-schema';
import type { SigningRequirement } from './signing-requirement';

export type { ProjectFileProblem };

/** Name of the project file, at the root of a workspace. */
export const PROJECT_FILE = '.mlsecops.yaml';

/** What a project file sets; what it leaves out comes from the editor's settings or the defaults. */
export interface ProjectSettings {
  readonly preset?: Preset;
  readonly testCode?: SideCodeMode;
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly exclude: readonly string[];
  readonly apis: readonly Api[];
  /** Models that must be signed; the first that fits a model counts. */
  readonly mustBeSigned: readonly SigningRequirement[];
  /** In their order; those that are not right are left out. */
  readonly attestations: readonly ProjectAttestation[];
}

export interface ProjectFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectFileProblem[];
  /** What stands under `catalog`; undefined when nothing does. It is checked by whoever has the catalog to merge it into. */
  readonly catalog: unknown;
  /** What stands under `policy`, unchecked. */
  readonly policy: unknown;
  readonly rangeOf: LocatedYaml['rangeOf'];
  /** Line and column of an offset, both from 1. */
  readonly positionAt: LocatedYaml['positionAt'];
}

/** Reads `.mlsecops.yaml`. Never throws: what is wrong is told with its place, and everything else is in force. */
export function parseProjectFile(text: string, rules: readonly Rule[]): ProjectFile {
  const yaml = parseLocatedYaml(text);
  const problems: ProjectFileProblem[] = [...yaml.problems];
  const reader = new KeyReader(yaml, problems);
  const data = reader.mapping(yaml.data);

  reader.reportUnknownKeys(data);

  const preset = reader.value('preset', data);
  const testCode = reader.value('testCode', data);
  return {
    settings: {
      ...(preset === undefined ? {} : { preset }),
      ...(testCode === undefined ? {} : { testCode }),
      rules: ruleSettings(reader, data['rules'], rules),
      exclude: reader.value('exclude', data) ?? [],
      apis: reader.items(apiSchema, data['apis'], ['apis']),
      mustBeSigned: signingRequirements(reader, data['models']),
      attestations: attestations(reader, data['attestations']),
    },
    problems,
    catalog: data['catalog'] ?? undefined,
    policy: data['policy'] ?? undefined,
    rangeOf: yaml.rangeOf,
    positionAt: yaml.positionAt,
  };
}

function attestations(reader: KeyReader, written: unknown): readonly ProjectAttestation[] {
  return reader.list(written, ['attestations']).flatMap((item, at) => {
    const checked = reader.check(attestationSchema, item, ['attestations', at]);
    return checked ? [{ ...checked, at }] : [];
  });
}

function ruleSettings(
  reader: KeyReader,
  written: unknown,
  rules: readonly Rule[],
): ReadonlyMap<string, Severity | 'off'> {
  const ruleOf = ruleLookup(rules);
  const settings = new Map<string, Severity | 'off'>();
  for (const [name, value] of Object.entries(reader.mapping(written, ['rules']))) {
    const rule = ruleOf(name);
    if (!rule) {
      reader.report(`No rule is named \`${name}\`.`, ['rules', name], 'key');
      continue;
    }
    // YAML 1.1 readers take a bare `off` for false; people write it, and mean it.
    const setting = reader.check(ruleSettingSchema, value === false ? 'off' : value, ['rules', name]);
    if (setting !== undefined) settings.set(rule.id, setting);
  }
  return settings;
}
