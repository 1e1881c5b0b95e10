import * as v from 'valibot';
import { apiSchema } from '../../catalog/schema/api';
import { attestationSchema } from './attestation-schema';
import { PRESETS, SEVERITIES } from '../severity';
import { SIDE_CODE_MODES } from '../side-code';
import { modelsSchema } from './signing-requirement';

/**
 * `.mlsecops.yaml`, key by key. The parser checks each key, and each entry below `rules` and `apis`, by itself, so that a
 * mistake in one leaves the others in force. The JSON schema that editors use is generated from here.
 */
export const ruleSettingSchema = v.picklist([...SEVERITIES, 'off']);

export const projectFileKeys = {
  preset: v.pipe(
    v.picklist(PRESETS),
    v.description(
      'The set of rules: `recommended` is sure and quiet, `strict` adds guard-rails, `all` is everything.',
    ),
  ),
  rules: v.pipe(
    v.record(v.string(), ruleSettingSchema),
    v.description('Severity by rule id; `off` switches a rule off, any other value switches it on.'),
  ),
  testCode: v.pipe(
    v.picklist(SIDE_CODE_MODES),
    v.description(
      'Findings in tests, fixtures, documentation and examples: `information` (what `recommended` does), `full` (as anywhere; what `strict` and `all` do) or `hidden`.',
    ),
  ),
  exclude: v.pipe(
    v.array(v.string()),
    v.description('Files not to analyse, as patterns in the syntax of .gitignore, relative to this file.'),
  ),
  apis: v.pipe(
    v.array(apiSchema),
    v.description(
      'What your own functions are: a wrapper around `from_pretrained` is a download, and so on.',
    ),
  ),
  models: v.pipe(modelsSchema, v.description('What holds for model files.')),
  // Its entries are checked together with the catalog they are merged into.
  catalog: v.pipe(
    v.unknown(),
    v.description(
      'Stages, controls, tools, guidance and more of your own, and what you change of the built-in ones.',
    ),
  ),
  attestations: v.pipe(
    v.array(attestationSchema),
    v.description('What people say of good practice that cannot be seen in the repository.'),
  ),
  // Its keys are checked where the kinds of parts are known.
  policy: v.pipe(
    v.unknown(),
    v.description(
      'What the project wants of its AI supply chain: where models may come from, what must be pinned or signed, and so on.',
    ),
  ),
};

export type ProjectFileKey = keyof typeof projectFileKeys;
