import * as v from 'valibot';
import { SEVERITIES } from '../../analysis/severity';
import { PART_KINDS } from '../inventory/part-kind';
import { POLICY_RULE_IDS } from './policy-rule-ids';

/** The most entries of one list: nobody reads a longer one, and it would be looked through for every part. */
const MAX_ENTRIES = 500;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));
const texts = v.pipe(v.array(text), v.maxLength(MAX_ENTRIES));
const pattern = v.pipe(
  text,
  v.description('The name of a part, in any case; `*` stands for any characters: `acme/*`.'),
);
const severity = v.picklist(SEVERITIES);

/** A day of the calendar. */
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day such as 2027-01-31 is expected'),
  v.check((written) => isDay(written), 'there is no such day'),
);

function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** What is approved and what is forbidden; with `allow`, all else is not approved. */
const choice = { allow: v.optional(texts), deny: v.optional(texts) };

/** What a part can be required to be. */
export const QUALITIES = ['pinned', 'signed', 'scanned'] as const;
export type Quality = (typeof QUALITIES)[number];

export const requirementSchema = v.strictObject({
  be: v.pipe(v.array(v.picklist(QUALITIES)), v.minLength(1), v.description('What such a part must be.')),
  kinds: v.optional(
    v.pipe(
      v.array(v.picklist(PART_KINDS)),
      v.minLength(1),
      v.description('Which kinds of parts; all when left out.'),
    ),
  ),
  names: v.optional(
    v.pipe(
      v.array(pattern),
      v.minLength(1),
      v.maxLength(MAX_ENTRIES),
      v.description('Which parts; all when left out.'),
    ),
  ),
  severity: v.optional(severity),
});

export const exceptionSchema = v.strictObject({
  part: pattern,
  rules: v.optional(
    v.pipe(
      v.array(v.picklist(POLICY_RULE_IDS)),
      v.minLength(1),
      v.description('What it is excepted from; from the whole policy when left out.'),
    ),
  ),
  reason: v.pipe(text, v.description('Why, for whoever reviews it.')),
  by: v.pipe(text, v.description('Who decided.')),
  until: v.pipe(day, v.description('The last day on which it counts: 2027-01-31.')),
});

/** The key `policy` of a project file. Each of its keys, and each entry of its two lists of mappings, is checked by itself. */
export const policyKeys = {
  severity: v.pipe(severity, v.description('How severe a breach is; `warning` when left out.')),
  sources: v.pipe(
    v.strictObject(choice),
    v.description(
      'Where models, adapters, tokenizers and datasets may come from: hubs (`huggingface`, `torch-hub`, ...) and hosts (`models.example.org`).',
    ),
  ),
  organizations: v.pipe(
    v.strictObject(choice),
    v.description('Whose models and datasets may be used: the part of a name before its first `/`.'),
  ),
  licenses: v.pipe(
    v.strictObject({
      ...choice,
      unknown: v.optional(
        v.pipe(
          v.picklist(['accept', 'refuse']),
          v.description('What becomes of parts whose license is not known; `accept` when left out.'),
        ),
      ),
    }),
    v.description('Under which licenses models and datasets may be used, as SPDX identifiers.'),
  ),
  providers: v.pipe(
    v.strictObject(choice),
    v.description('Whose hosted models may be asked: `openai`, `anthropic`, ...'),
  ),
  'must-be': v.pipe(
    v.array(requirementSchema),
    v.maxLength(MAX_ENTRIES),
    v.description('Parts that must be pinned, signed or scanned.'),
  ),
  'closed-services': v.pipe(
    v.strictObject({
      stages: v.pipe(
        texts,
        v.description(
          'The lifecycle stages whose files may use a closed service; none when the list is empty.',
        ),
      ),
      severity: v.optional(severity),
    }),
    v.description('Where services that can only be asked may be used.'),
  ),
  exceptions: v.pipe(
    v.array(exceptionSchema),
    v.maxLength(MAX_ENTRIES),
    v.description('Parts that the policy does not hold for, for a while.'),
  ),
};

export type Requirement = v.InferOutput<typeof requirementSchema>;
export type PolicyException = v.InferOutput<typeof exceptionSchema>;

type Read<K extends keyof typeof policyKeys> = v.InferOutput<(typeof policyKeys)[K]>;

/** What a project wants of its AI supply chain. */
export interface Policy {
  readonly severity?: Read<'severity'>;
  readonly sources?: Read<'sources'>;
  readonly organizations?: Read<'organizations'>;
  readonly licenses?: Read<'licenses'>;
  readonly providers?: Read<'providers'>;
  readonly mustBe: readonly Requirement[];
  readonly closedServices?: Read<'closed-services'>;
  readonly exceptions: readonly PolicyException[];
}
