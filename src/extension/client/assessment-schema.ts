import * as v from 'valibot';
import { SEVERITIES } from '../../analysis/severity';
import { PROJECT_TRAITS } from '../../catalog/project-traits';
import type { AssessmentResult } from '../../protocol/messages';
import { EVIDENCE_STATES } from '../../supplychain/maturity/assessment';
import { factLocationSchema } from './fact-schemas';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const state = v.picklist(EVIDENCE_STATES);
const confidence = v.object({ observed: count, observable: count });
const place = v.object({ path: text, location: factLocationSchema, detail: text });

const attestation = v.object({
  evidence: text,
  by: text,
  on: text,
  until: v.exactOptional(text),
  note: v.exactOptional(text),
  state: v.picklist(['counts', 'expired', 'not-yet', 'seen', 'contradicted', 'not-asked', 'refused']),
});

const nextStep = v.object({
  evidence: text,
  kind: v.picklist(['add', 'complete', 'remove', 'attest']),
  dimensions: v.array(v.object({ id: text, level: text })),
  effort: v.picklist(['minutes', 'hours', 'days']),
  template: v.exactOptional(text),
  guidance: v.exactOptional(text),
});

const dimension = v.pipe(
  v.object({
    id: text,
    level: v.optional(text),
    earned: v.optional(text),
    complete: v.boolean(),
    asks: v.array(v.object({ level: text, anyOf: v.array(text), state })),
    caps: v.array(v.object({ evidence: text, level: text })),
    confidence,
    next: v.array(nextStep),
  }),
  // JSON leaves out what is undefined.
  v.transform((given) => ({ ...given, level: given.level, earned: given.earned })),
);

const assessment = v.object({
  level: text,
  average: v.number(),
  confidence,
  traits: v.array(v.picklist(PROJECT_TRAITS)),
  dimensions: v.array(dimension),
  evidence: v.array(
    v.object({ id: text, state, places: v.array(place), count, attestation: v.exactOptional(attestation) }),
  ),
  against: v.array(
    v.object({
      id: text,
      severity: v.picklist(['high', 'medium', 'low', 'info']),
      counts: v.boolean(),
      places: v.array(
        v.object({ ...place.entries, ruleId: v.exactOptional(text), severity: v.picklist(SEVERITIES) }),
      ),
      count,
    }),
  ),
  next: v.array(nextStep),
  attestations: v.array(attestation),
});

/** The answer to the assessment request. */
export const assessmentSchema: v.GenericSchema<unknown, AssessmentResult> = v.object({
  folders: v.array(v.object({ uri: text, assessment })),
});
