import type { Assignment, Call, Expression, StringExpression } from '../../source/expression';
import { findArgument } from '../rule-support/find-argument';
import { riskyCallListeners } from '../rule-support/risky-call';
import { isWrittenAs } from '../rule-support/written-value';
import { sourceRepair, type SourceRepair } from '../rule-support/source-repair';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';

const ADVICE =
  'Users then get what the provider blocks by default; keep the default, and note why where you must not.';

const OFF = /(?:^|\.)(?:BLOCK_NONE|HarmBlockThreshold\.OFF)$/;
const risky = riskyCallListeners({ topics: ['safety-filter-off'], advice: ADVICE });

/** Thresholds in a dictionary or list of settings, wherever it is given. */
function checkSettings(settings: Expression, context: RuleContext): void {
  const { model } = context;
  const value = model.dereference(settings);
  if (value.kind === 'dict') {
    for (const { value: threshold } of value.entries) checkThreshold(threshold, context);
  } else if (value.kind === 'collection') {
    for (const element of value.elements) checkSettings(element, context);
  }
}

function checkThreshold(threshold: Expression, context: RuleContext): void {
  if (threshold.kind === 'string' || !isWrittenAs(threshold, OFF, context.model)) return;
  report(threshold, context);
}

/** The name of the threshold as a text. */
function checkString(literal: StringExpression, context: RuleContext): void {
  const isOff = literal.value === 'BLOCK_NONE' || (literal.value === 'OFF' && literal.label === 'threshold');
  if (!isOff || isArgumentOfKnown(literal, context)) return;
  const statement = context.model.statementAt(literal.range.start);
  const written = statement ? context.model.textAt(statement) : '';
  if (/(?:[!=]=|\bin)\s*["']BLOCK_NONE/.test(written) || !/HARM|safety|threshold/i.test(written)) return;
  report(literal, context);
}

function isArgumentOfKnown({ range }: StringExpression, { apis, model }: RuleContext): boolean {
  const statement = model.statementAt(range.start);
  if (!statement) return false;
  return model
    .callsIn(statement)
    .some(
      (call) =>
        call.arguments.some(({ value }) => value.range.start === range.start) &&
        apis.ofKind('risky-call', call, model).some(({ topic }) => topic === 'safety-filter-off'),
    );
}

function report(at: Expression, context: RuleContext): void {
  context.report({
    at,
    subject: 'safety settings',
    message: `\`${context.model.textAt(at.range)}\` switches the filter for a kind of harm off. ${ADVICE}`,
    fixes: thresholdFixes(at, context),
  });
}

/** The threshold that most of the providers' models have by themselves. */
function thresholdFixes(at: Expression, { model }: RuleContext): readonly Fix[] {
  const threshold: SourceRepair = {
    title: 'Block what is probably harmful',
    find: /\b(?:BLOCK_NONE|OFF)\b/u,
    by: 'BLOCK_MEDIUM_AND_ABOVE',
  };
  return sourceRepair(at.range, [threshold], model);
}

const SETTINGS = [
  { keyword: 'safety_settings' },
  { keyword: 'safetySettings' },
  { keyword: 'config', key: 'safetySettings' },
];

function checkCall(call: Call, context: RuleContext): void {
  for (const selector of SETTINGS) {
    const settings = findArgument(call, selector, context.model);
    if (settings.state === 'given') checkSettings(settings.value, context);
  }
}

function checkAssignment({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind === 'name' || target.kind === 'attribute') {
    if (/safety_?settings/i.test(target.name)) checkSettings(value, context);
  }
  if (target.kind !== 'attribute' || !/^(?:safety_checker|run_safety_checker)$/.test(target.name)) return;
  if (target.object.kind === 'name' && target.object.name === 'self') return;
  const actual = model.evaluate(value);
  if (!(actual.known && actual.value === null) && value.kind !== 'lambda') return;
  context.report({
    at: range,
    subject: target.name,
    message: `\`${model.textAt(target.range)}\` is taken away, so that pictures are made without the safety checker. ${ADVICE}`,
  });
}

export const rule: Rule = {
  id: 'safety-filter-off',
  title: 'Safety filter of a model is switched off',
  stages: ['llm-operate', 'llm-develop-experiment', 'model-serving', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-llm-2025:LLM09'],
  cwe: ['CWE-693', 'CWE-1434'],
  atlas: ['AML.T0054'],
  controls: ['C37', 'C36'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails', 'safety'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds `safety_checker=None` in Diffusers, `BLOCK_NONE` and `OFF` in Gemini’s safety settings, `moderation="low"` for OpenAI’s pictures, and the switches of Cohere, Replicate, fal and Together.',
  why: 'The filters are the last thing between a prompt and what a user sees. Without them a product shows what its provider would have blocked, and an injected prompt meets one obstacle less.',
  fix: 'Leave the default, or set the weakest threshold that your application needs for the one kind of harm that it must show (medicine, moderation work). Filter the answers yourself where you switch the provider’s filter off.',
  references: [
    { title: 'Gemini: safety settings', url: 'https://ai.google.dev/gemini-api/docs/safety-settings' },
    {
      title: 'Diffusers: ethical guidelines and safety',
      url: 'https://huggingface.co/docs/diffusers/main/en/conceptual/ethical_guidelines',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Diffusers',
        code: 'from diffusers import StableDiffusionPipeline\n\npipe = StableDiffusionPipeline.from_pretrained(name, safety_checker=None)\n',
      },
      {
        title: 'taken away afterwards',
        code: 'from diffusers import DiffusionPipeline\n\npipe = DiffusionPipeline.from_pretrained(name)\npipe.safety_checker = None\npipe.safety_checker = lambda images, clip_input: (images, None)\n',
        findings: 2,
      },
      {
        title: 'Gemini, settings by category',
        code: 'from google.generativeai.types import HarmBlockThreshold, HarmCategory\n\nsafety_settings = {\n    HarmCategory.HARM_CATEGORY_HATE_SPEECH: HarmBlockThreshold.BLOCK_NONE,\n    HarmCategory.HARM_CATEGORY_HARASSMENT: HarmBlockThreshold.BLOCK_ONLY_HIGH,\n}\n',
      },
      {
        title: 'Gemini, in the call',
        code: 'import google.generativeai as genai\n\nmodel = genai.GenerativeModel("gemini-pro", safety_settings={"HARM_CATEGORY_HATE_SPEECH": "BLOCK_NONE"})\n',
      },
      {
        title: 'Gemini, a list',
        code: 'safety_settings = [\n    {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"},\n    {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "OFF"},\n]\n',
        findings: 2,
      },
      {
        title: 'the SDK of today',
        code: 'from google.genai import types\n\nconfig = types.GenerateContentConfig(safety_settings=[types.SafetySetting(category="HARM_CATEGORY_HATE_SPEECH", threshold=types.HarmBlockThreshold.OFF)])\n',
      },
      {
        title: 'LangChain',
        code: 'from langchain_google_genai import ChatGoogleGenerativeAI, HarmBlockThreshold, HarmCategory\n\nllm = ChatGoogleGenerativeAI(model="gemini-pro", safety_settings={HarmCategory.HARM_CATEGORY_DANGEROUS_CONTENT: HarmBlockThreshold.BLOCK_NONE})\n',
      },
      {
        title: 'pictures of OpenAI',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.images.generate(model="gpt-image-1", prompt=prompt, moderation="low")\n',
      },
      {
        title: 'Cohere',
        code: 'import cohere\n\nco = cohere.ClientV2()\nco.chat(model="command-r", messages=messages, safety_mode="OFF")\n',
      },
      {
        title: 'Replicate',
        code: 'import replicate\n\nreplicate.run("acme/flux", input={"prompt": prompt, "disable_safety_checker": True})\n',
      },
    ],
    good: [
      {
        title: 'the default',
        code: 'from diffusers import StableDiffusionPipeline\nfrom openai import OpenAI\n\npipe = StableDiffusionPipeline.from_pretrained(name)\nOpenAI().images.generate(model="gpt-image-1", prompt=prompt)\n',
      },
      {
        title: 'a threshold',
        code: 'from google.genai import types\n\nconfig = types.GenerateContentConfig(safety_settings=[types.SafetySetting(category="HARM_CATEGORY_HATE_SPEECH", threshold="BLOCK_MEDIUM_AND_ABOVE")])\n',
      },
      {
        title: 'a checker of its own',
        code: 'from diffusers import StableDiffusionPipeline\n\npipe = StableDiffusionPipeline.from_pretrained(name, safety_checker=checker)\npipe.safety_checker = checker\n',
      },
      {
        title: 'a part of the library',
        code: 'class Pipeline:\n    def __init__(self):\n        self.safety_checker = None\n',
      },
      {
        title: 'a switch of something else',
        code: 'status = "OFF"\nif threshold == "BLOCK_NONE":\n    pass\n',
      },
    ],
  },
  needs: ['risky-call:safety-filter-off'],
  triggers: () => ['BLOCK_NONE', 'HarmBlockThreshold', 'safety_settings', 'safetySettings', 'safety_checker'],
  on: { ...risky, call: checkCall, assignment: checkAssignment, string: checkString },
};
