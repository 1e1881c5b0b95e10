import { dictionaryEntryEdit } from '../rule-support/dictionary-entry-edit';
import { keywordEdit } from '../rule-support/keyword-edit';
import type { SourceModel } from '../../source/model';
import type { SourceEdit } from '../../source/text-edit';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall, receiverCalls, settingState } from '../rule-support/direct-model-call';
import type { Rule, RuleContext } from '../rule';

const LIMITS = [
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'max_new_tokens',
  'max_tokens_to_sample',
  'maxTokens',
  'max_gen_len',
  'num_predict',
  'maxOutputTokens',
  'max_length',
];
const CONTAINERS = [
  'config',
  'generation_config',
  'options',
  'inferenceConfig',
  'extra_body',
  'parameters',
  'params',
  'additionalModelRequestFields',
  'model_kwargs',
];

/** Classes of LangChain and LlamaIndex that hold the settings of a model. */
const MODEL_CLASS =
  /^(?:langchain_(?:openai|anthropic|mistralai|groq|cohere|google_genai|google_vertexai|aws|together|fireworks|deepseek|xai|ollama)\.(?:Chat\w+|OpenAI|AzureOpenAI|OllamaLLM)|langchain(?:_community)?\.(?:chat_models|llms)\.(?:Chat\w+|OpenAI|AzureChatOpenAI|Cohere|Anthropic)|llama_index\.llms\.\w+\.(?:OpenAI|AzureOpenAI|Anthropic|MistralAI|Groq|Gemini|GoogleGenAI))$/;

function checkCall(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  if (!isDirectModelCall(call, api) || api.provider === 'Anthropic') return;
  const { model } = context;
  const states = [call, ...receiverCalls(call, model)].map((one) =>
    settingState(one, LIMITS, CONTAINERS, model),
  );
  if (states.some((state) => state !== 'absent')) return;
  report(call, context);
}

function checkClass(call: Call, context: RuleContext): void {
  if (!call.names.some((name) => MODEL_CLASS.test(name))) return;
  if (settingState(call, [...LIMITS, 'num_predict'], CONTAINERS, context.model) === 'absent')
    report(call, context);
}

/** The limit as the library names it; where it belongs into an object of its own, that one has to be written by hand. */
function limitEdit(call: Call, callee: string, model: SourceModel): SourceEdit | undefined {
  if (/generate_content|google|bedrock|cohere/iu.test(callee)) return undefined;
  if (/^ollama\./u.test(callee)) {
    return dictionaryEntryEdit(call, { keyword: 'options', key: 'num_predict' }, '1024', model);
  }
  const keyword = callee.includes('responses')
    ? 'max_output_tokens'
    : callee.includes('openai.') && callee.includes('chat.completions')
      ? 'max_completion_tokens'
      : 'max_tokens';
  return keywordEdit(call, { keyword }, '1024', model);
}

function report(call: Call, context: RuleContext): void {
  const callee = calleeName(call, context.model);
  const edit = limitEdit(call, callee, context.model);
  context.report({
    fixes: edit ? [{ title: 'Limit the answer to 1024 tokens', safe: false, edits: [edit] }] : [],
    at: call,
    subject: callee,
    message: `\`${callee}\` sets no limit for the length of the answer. A prompt that makes the model go on costs time and money; pass ${callee.includes('responses') ? 'max_output_tokens' : callee.includes('chat.completions') ? 'max_completion_tokens' : 'a limit such as max_tokens'}.`,
  });
}

export const rule: Rule = {
  id: 'token-limit-missing',
  title: 'No limit for the length of an answer',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-770', 'CWE-1434'],
  atlas: ['AML.T0034', 'AML.T0029'],
  controls: ['C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails', 'cost'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds calls of OpenAI, Google, Mistral, Cohere, Groq, Together, Ollama, LiteLLM, Hugging Face, Bedrock and others without `max_tokens` or what the provider calls it, also in an object of settings, and the model classes of LangChain and LlamaIndex. Anthropic requires the limit.',
  why: 'Output is what is paid for and waited for. A prompt that asks for endless text, or a model that repeats itself, runs to the limit of the model – at each request, for each user.',
  fix: 'Pass the limit that the task needs: `max_completion_tokens=` (OpenAI chat), `max_output_tokens=` (responses, Gemini), `options={"num_predict": ...}` (Ollama), `inferenceConfig={"maxTokens": ...}` (Bedrock). Say what happens when it is reached.',
  references: [
    {
      title: 'OWASP: unbounded consumption',
      url: 'https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/',
    },
    {
      title: 'OpenAI: create a chat completion',
      url: 'https://platform.openai.com/docs/api-reference/chat/create',
    },
  ],
  examples: {
    bad: [
      {
        title: 'OpenAI chat',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=messages)\n',
      },
      {
        title: 'OpenAI responses',
        code: 'from openai import AsyncOpenAI\n\nasync def ask(text):\n    return await AsyncOpenAI().responses.create(model="gpt-4o", input=text)\n',
      },
      {
        title: 'Gemini',
        code: 'from google import genai\nfrom google.genai import types\n\nclient = genai.Client()\nclient.models.generate_content(model="gemini-2.0-flash", contents=text, config=types.GenerateContentConfig(temperature=0))\n',
      },
      {
        title: 'Ollama',
        code: 'import ollama\n\nollama.chat(model="llama3", messages=messages, options={"temperature": 0})\n',
      },
      {
        title: 'LiteLLM',
        code: 'from litellm import completion\n\ncompletion(model="gpt-4o", messages=messages)\n',
      },
      {
        title: 'LangChain',
        code: 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(model="gpt-4o", temperature=0)\n',
      },
    ],
    good: [
      {
        title: 'with a limit',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=300)\nclient.responses.create(model="gpt-4o", input=text, max_output_tokens=300)\n',
      },
      {
        title: 'in settings',
        code: 'from google import genai\nfrom google.genai import types\nimport ollama\n\ngenai.Client().models.generate_content(model="gemini", contents=text, config=types.GenerateContentConfig(max_output_tokens=300))\nollama.chat(model="llama3", messages=messages, options={"num_predict": 200})\n',
      },
      {
        title: 'settings of the model',
        code: 'import google.generativeai as genai\n\nmodel = genai.GenerativeModel("gemini-pro", generation_config={"max_output_tokens": 200})\nmodel.generate_content(text)\nchat = model.start_chat()\nchat.send_message(text)\n',
      },
      {
        title: 'settings from elsewhere',
        code: 'from openai import OpenAI\n\ndef ask(messages, **settings):\n    return OpenAI().chat.completions.create(model="gpt-4o", messages=messages, **settings)\n',
      },
      {
        title: 'required anyway',
        code: 'import anthropic\n\nanthropic.Anthropic().messages.create(model="claude", max_tokens=300, messages=messages)\n',
      },
      {
        title: 'LangChain',
        code: 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(model="gpt-4o", max_tokens=300)\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': checkCall }, call: checkClass },
};
