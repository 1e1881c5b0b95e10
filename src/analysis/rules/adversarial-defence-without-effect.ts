import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { findArgument } from '../rule-support/find-argument';
import { numberValue } from '../rule-support/number-value';
import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule, RuleContext } from '../rule';

const bounds = riskyCallListeners({
  topics: ['attack-bounds'],
  does: 'gives the classifier’s inputs no bounds',
  advice:
    'Attacks then leave the range of real inputs and results mean little; pass clip_values=(lowest, highest).',
});

function checkStrength(call: Call, { topic, input }: ApiOf<'risky-call'>, context: RuleContext): void {
  if (topic !== 'attack-strength' || !input) return;
  const found = findArgument(call, input, context.model);
  if (found.state !== 'given' || numberValue(found.value, context.model) !== 0) return;
  const callee = calleeName(call, context.model);
  context.report({
    at: call,
    subject: callee,
    message: `\`${callee}\` with \`${input.keyword ?? 'eps'}\` of 0 changes no input. Training or testing against it shows nothing; choose the strength that you defend against.`,
  });
}

export const rule: Rule = {
  id: 'adversarial-defence-without-effect',
  title: 'Defence against adversarial inputs has no effect',
  stages: ['experimentation', 'continuous-training', 'llm-test-evaluate', 'continuous-integration'],
  risks: ['owasp-ml-2023:ML01'],
  cwe: ['CWE-1039'],
  atlas: ['AML.T0043', 'AML.T0015'],
  controls: ['C21'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['robustness', 'training'],
  languages: ['python'],
  what: 'Finds attacks of the Adversarial Robustness Toolbox, torchattacks and CleverHans with a strength of zero, and ART classifiers without `clip_values`.',
  why: 'An attack that changes nothing always fails: adversarial training with it is plain training, and a test against it passes every model. Without bounds for its inputs, ART searches where no real input lies and clips nothing.',
  fix: 'Give the strength you want to withstand (for images in 0 to 1 often `eps=8/255`), and tell ART the range of inputs: `clip_values=(0.0, 1.0)`.',
  references: [
    {
      title: 'ART: estimators',
      url: 'https://adversarial-robustness-toolbox.readthedocs.io/en/latest/modules/estimators/classification.html',
    },
    { title: 'CWE-1039', url: 'https://cwe.mitre.org/data/definitions/1039.html' },
  ],
  examples: {
    bad: [
      {
        title: 'an attack without strength',
        code: 'from art.attacks.evasion import FastGradientMethod\n\nattack = FastGradientMethod(estimator=classifier, eps=0)\n',
      },
      {
        title: 'torchattacks',
        code: 'import torchattacks\n\nattack = torchattacks.PGD(model, eps=0.0, alpha=2/255, steps=10)\n',
      },
      {
        title: 'a classifier without bounds',
        code: 'from art.estimators.classification import PyTorchClassifier\n\nclassifier = PyTorchClassifier(model=model, loss=loss, input_shape=(1, 28, 28), nb_classes=10)\n',
      },
    ],
    good: [
      {
        title: 'an attack with strength',
        code: 'from art.attacks.evasion import FastGradientMethod\nimport torchattacks\n\nattack = FastGradientMethod(estimator=classifier, eps=0.1)\nother = torchattacks.PGD(model, eps=8/255)\ndefault = torchattacks.FGSM(model)\n',
      },
      {
        title: 'a classifier with bounds',
        code: 'from art.estimators.classification import PyTorchClassifier\n\nclassifier = PyTorchClassifier(model=model, loss=loss, input_shape=(1, 28, 28), nb_classes=10, clip_values=(0.0, 1.0))\n',
      },
    ],
  },
  needs: ['risky-call'],
  on: {
    api: {
      'risky-call': (call, api, context) => {
        bounds.api?.['risky-call']?.(call, api, context);
        checkStrength(call, api, context);
      },
    },
  },
};
