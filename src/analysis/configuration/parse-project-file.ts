import * as v from 'valibot';
import { parseLocatedYaml, type LocatedYaml } from '../../catalog/located-yaml';
import type { DataPath } from '../../catalog/problem';
import { apiSchema, type Api } from '../../catalog/schema/api';
import { describeIssue } from '../../catalog/schema-problem';
import type { TextRange } from '../../source/range';
import type { Rule } from '../rule';
import { ruleLookup } from '../rule-lookup';
import type { Preset, Severity } from '../severity';
import type { SideCodeMode } from '../side-code';
import { projectFileKeys, ruleSettingSchema, type ProjectFileKey } from './project-file-schema';
import { signingRequirementSchema, type SigningRequirement } from './signing-requirement';

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
}

export interface ProjectFileProblem {
  readonly message: string;
  readonly range: TextRange;
}

export interface ProjectFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectFileProblem[];
  /** What stands under `catalog`; undefined when nothing does. It is checked by whoever has the catalog to merge it into. */
  readonly catalog: unknown;
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

  for (const key of Object.keys(data)) {
    if (!(key in projectFileKeys)) {
      reader.report(
        `\`${key}\` is not a setting. Known: ${Object.keys(projectFileKeys).join(', ')}.`,
        [key],
        'key',
      );
    }
  }

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
    },
    problems,
    catalog: data['catalog'] ?? undefined,
    rangeOf: yaml.rangeOf,
    positionAt: yaml.positionAt,
  };
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

function signingRequirements(reader: KeyReader, models: unknown): readonly SigningRequirement[] {
  const key = 'must-be-signed';
  const written = reader.mapping(models, ['models']);
  for (const other of Object.keys(written)) {
    if (other !== key)
      reader.report(`\`${other}\` is not known here. Known: ${key}.`, ['models', other], 'key');
  }
  return reader.items(signingRequirementSchema, written[key], ['models', key]);
}

/** Reads values of a located document and notes what does not fit. */
class KeyReader {
  constructor(
    private readonly yaml: LocatedYaml,
    private readonly problems: ProjectFileProblem[],
  ) {}

  report(message: string, path: DataPath, part: 'key' | 'value' = 'value'): void {
    this.problems.push({ message, range: this.yaml.rangeOf(path, part) });
  }

  mapping(data: unknown, path: DataPath = []): Readonly<Record<string, unknown>> {
    if (data === undefined || data === null) return {};
    if (typeof data === 'object' && !Array.isArray(data)) return data as Readonly<Record<string, unknown>>;
    this.report('A mapping of names to values is expected here.', path);
    return {};
  }

  value<K extends ProjectFileKey>(
    key: K,
    data: Readonly<Record<string, unknown>>,
  ): v.InferOutput<(typeof projectFileKeys)[K]> | undefined {
    const value = data[key];
    return value === undefined || value === null ? undefined : this.check(projectFileKeys[key], value, [key]);
  }

  items<S extends v.GenericSchema>(schema: S, data: unknown, path: DataPath): readonly v.InferOutput<S>[] {
    if (data === undefined || data === null) return [];
    if (!Array.isArray(data)) {
      this.report('A list is expected here.', path);
      return [];
    }
    return data.flatMap((item: unknown, at) => {
      const checked = this.check(schema, item, [...path, at]);
      return checked === undefined ? [] : [checked];
    });
  }

  check<S extends v.GenericSchema>(schema: S, value: unknown, path: DataPath): v.InferOutput<S> | undefined {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const problem = describeIssue(issue, path);
      this.report(problem.message, problem.path, problem.atKey ? 'key' : 'value');
    }
    return undefined;
  }
}
