import type { Format } from '../../../models/formats';
import type { Verdict } from '../../../models/verdict/finding';
import type { ViewLink } from './model-view';

const PICKLES: readonly Format[] = [
  'pickle',
  'joblib',
  'torch-zip',
  'torch-legacy',
  'torch-tar',
  'npy',
  'npz',
];

/** Entries of the catalog that say what to do about a file; a test holds that they exist. */
export function linksFor(verdict: Verdict, format: Format): ViewLink[] {
  return [
    { title: 'Stage: Experimentation', entry: 'stages/experimentation' },
    { title: 'ML06 AI Supply Chain Attacks', entry: 'risks/owasp-ml-2023:ML06' },
    { title: 'LLM04 Supply Chain', entry: 'risks/owasp-llm-2026:LLM04' },
    { title: 'Malware scan of models', entry: 'controls/C06' },
    ...(PICKLES.includes(format)
      ? [{ title: 'From pickle to safetensors', entry: 'guidance/recipe-pickle-to-safetensors' }]
      : []),
    ...(verdict === 'malicious'
      ? [{ title: 'Respond to a bad model', entry: 'guidance/recipe-respond-to-bad-model' }]
      : [{ title: 'Sign and verify a model', entry: 'guidance/recipe-sign-and-verify-model' }]),
  ];
}
