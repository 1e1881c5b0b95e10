import * as v from 'valibot';
import type { LocatedYaml } from '../../catalog/located-yaml';
import type { DataPath } from '../../catalog/problem';
import { describeIssue } from '../../catalog/schema-problem';
import type { TextRange } from '../../source/range';
import { projectFileKeys, type ProjectFileKey } from './project-file-schema';

export interface ProjectFileProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** Reads values of a located document and notes what does not fit. */
export class KeyReader {
  constructor(
    private readonly yaml: LocatedYaml,
    private readonly problems: ProjectFileProblem[],
  ) {}

  report(message: string, path: DataPath, part: 'key' | 'value' = 'value'): void {
    this.problems.push({ message, range: this.yaml.rangeOf(path, part) });
  }

  /** Reports the keys of a whole project file that are no settings. */
  reportUnknownKeys(data: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(data).filter((each) => !(each in projectFileKeys))) {
      const known = Object.keys(projectFileKeys).join(', ');
      this.report(`\`${key}\` is not a setting. Known: ${known}.`, [key], 'key');
    }
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
    return this.list(data, path).flatMap((item, at) => {
      const checked = this.check(schema, item, [...path, at]);
      return checked === undefined ? [] : [checked];
    });
  }

  list(data: unknown, path: DataPath): readonly unknown[] {
    if (data === undefined || data === null) return [];
    if (Array.isArray(data)) return data;
    this.report('A list is expected here.', path);
    return [];
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
