import { parseLocatedYaml, type LocatedYaml } from '../../catalog/located-yaml';
import { KeyReader, type ProjectFileProblem } from './key-reader';
import { signingRequirementSchema, type SigningRequirement } from './signing-requirement';

/** What a project file demands of the signatures of models. */
export interface SigningDemands {
  /** The first that fits a model counts. */
  readonly mustBeSigned: readonly SigningRequirement[];
  /** What is wrong with the file, but for its other sections. */
  readonly problems: readonly ProjectFileProblem[];
  readonly positionAt: LocatedYaml['positionAt'];
}

/** Reads only what `.mlsecops.yaml` says about signatures, for whoever has no rules to check the rest against. Never throws. */
export function parseSigningDemands(text: string): SigningDemands {
  const yaml = parseLocatedYaml(text);
  const problems: ProjectFileProblem[] = [...yaml.problems];
  const reader = new KeyReader(yaml, problems);
  const data = reader.mapping(yaml.data);
  reader.reportUnknownKeys(data);
  return { mustBeSigned: signingRequirements(reader, data['models']), problems, positionAt: yaml.positionAt };
}

/** What stands under `models`. */
export function signingRequirements(reader: KeyReader, models: unknown): readonly SigningRequirement[] {
  const key = 'must-be-signed';
  const written = reader.mapping(models, ['models']);
  for (const other of Object.keys(written)) {
    if (other !== key)
      reader.report(`\`${other}\` is not known here. Known: ${key}.`, ['models', other], 'key');
  }
  return reader.items(signingRequirementSchema, written[key], ['models', key]);
}
