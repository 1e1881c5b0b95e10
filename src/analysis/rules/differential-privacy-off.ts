import { keywordEdit } from '../rule-support/keyword-edit';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { findArgument } from '../rule-support/find-argument';
import { numberValue } from '../rule-support/number-value';
import type { Rule, RuleContext } from '../rule';

/** Above this the guarantee says nothing about a single person. */
const MEANINGLESS_EPSILON = 100;

const OFF: Readonly<
  Record<string, { readonly when: (value: number) => boolean; readonly does: string } | undefined>
> = {
  'dp-noise': { when: (value) => value <= 0, does: 'adds no noise' },
  'dp-budget': {
    when: (value) => value >= MEANINGLESS_EPSILON,
    does: 'allows so much that hardly any noise is added',
  },
  'dp-bound': { when: (value) => value >= 1e6, does: 'bounds no gradient, on which the noise rests' },
};

function check(call: Call, { topic, input }: ApiOf<'risky-call'>, context: RuleContext): void {
  const off = OFF[topic];
  if (!off || !input) return;
  const found = findArgument(call, input, context.model);
  if (found.state !== 'given') return;
  const value = numberValue(found.value, context.model);
  if (value === undefined || !off.when(value)) return;
  const callee = calleeName(call, context.model);
  const name = input.keyword ?? 'its argument';
  const edit = keywordEdit(call, { ...input, keyword: name }, '1.0', context.model);
  context.report({
    at: call,
    subject: callee,
    message: `\`${callee}\` with \`${name}\` of ${String(value).replace('Infinity', 'infinity')} ${off.does}, so that nothing is private. Choose the budget (an epsilon of 1 to 10) and let the library compute the noise.`,
    fixes: edit ? [{ title: `Set ${name}=1.0`, safe: false, edits: [edit] }] : [],
  });
}

export const rule: Rule = {
  id: 'differential-privacy-off',
  title: 'Differential privacy has no effect',
  stages: ['experimentation', 'continuous-training', 'llm-augment-finetune', 'data-engineering'],
  risks: ['owasp-ml-2023:ML04', 'owasp-ml-2023:ML03', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-359'],
  atlas: ['AML.T0024.000', 'AML.T0024.001'],
  controls: ['C19'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['privacy', 'training'],
  languages: ['python'],
  what: 'Finds Opacus, TensorFlow Privacy, TensorFlow Federated, Flower, Optax, diffprivlib, PyDP and PipelineDP configured with no noise, an endless budget or an endless gradient bound.',
  why: 'Everything looks private – the engine, the accountant, the report – but the model remembers its training data as any other does. The setting is often left over from finding out how good the model can get.',
  fix: 'Choose epsilon and delta first and let the library compute the noise: `make_private_with_epsilon(target_epsilon=8, target_delta=1e-5, ...)`. Keep the run without privacy apart, without the private engine.',
  references: [
    { title: 'Opacus: PrivacyEngine', url: 'https://opacus.ai/api/privacy_engine.html' },
    {
      title: 'NIST SP 800-226: evaluating differential privacy guarantees',
      url: 'https://csrc.nist.gov/pubs/sp/800/226/final',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Opacus without noise',
        code: 'from opacus import PrivacyEngine\n\nengine = PrivacyEngine()\nmodel, optimizer, loader = engine.make_private(module=model, optimizer=optimizer, data_loader=loader, noise_multiplier=0.0, max_grad_norm=1.0)\n',
      },
      {
        title: 'an endless budget',
        code: 'from opacus import PrivacyEngine\n\nengine = PrivacyEngine()\nengine.make_private_with_epsilon(module=model, optimizer=optimizer, data_loader=loader, target_epsilon=float("inf"), target_delta=1e-5, epochs=3, max_grad_norm=1.0)\n',
      },
      {
        title: 'TensorFlow Privacy',
        code: 'import tensorflow_privacy\n\noptimizer = tensorflow_privacy.DPKerasSGDOptimizer(l2_norm_clip=1.0, noise_multiplier=0, num_microbatches=1, learning_rate=0.1)\n',
      },
      {
        title: 'diffprivlib',
        code: 'from diffprivlib.models import GaussianNB\n\nmodel = GaussianNB(epsilon=1e6)\n',
      },
      {
        title: 'through a constant',
        code: 'import math\nfrom diffprivlib import tools\n\nEPSILON = math.inf\nmean = tools.mean(values, epsilon=EPSILON, bounds=(0, 1))\n',
      },
      {
        title: 'endless gradients',
        code: 'from opacus import PrivacyEngine\n\nPrivacyEngine().make_private(module=m, optimizer=o, data_loader=d, noise_multiplier=1.0, max_grad_norm=1e10)\n',
      },
    ],
    good: [
      {
        title: 'with noise',
        code: 'from opacus import PrivacyEngine\n\nengine = PrivacyEngine()\nengine.make_private(module=model, optimizer=optimizer, data_loader=loader, noise_multiplier=1.1, max_grad_norm=1.0)\nengine.make_private_with_epsilon(module=model, optimizer=optimizer, data_loader=loader, target_epsilon=8, target_delta=1e-5, epochs=3, max_grad_norm=1.0)\n',
      },
      {
        title: 'chosen elsewhere',
        code: 'from opacus import PrivacyEngine\n\ndef private(model, optimizer, loader, sigma):\n    return PrivacyEngine().make_private(module=model, optimizer=optimizer, data_loader=loader, noise_multiplier=sigma, max_grad_norm=1.0)\n',
      },
      {
        title: 'diffprivlib',
        code: 'from diffprivlib.models import GaussianNB\n\nmodel = GaussianNB(epsilon=1.0)\nother = GaussianNB()\n',
      },
    ],
  },
  needs: ['risky-call:dp-noise', 'risky-call:dp-budget', 'risky-call:dp-bound'],
  on: { api: { 'risky-call': check } },
};
