import type { Expression, StringPart } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { foreignTextIn } from '../rule-support/foreign-text';
import { pathSteps } from '../rule-support/path-steps';
import type { PromptPart } from '../rule-support/prompt-parts';
import { PROMPT_WORDS, promptListeners } from '../rule-support/prompt-rule';

const HEAD =
  'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\ndef ask(text: str):\n';

/** Shorter fixed text is a label and no instruction. */
const SHORTEST_INSTRUCTION = 16;

/** What sets a text apart: quotes, fences, tags, lines of signs. */
const MARK_BEFORE = /(?:["'`]{1,3}|```\w*|<[^<>\n]+>|[<[{(]{2}|#{3,}|-{3,}|={3,}|\*{3,}|~{3,})\s*$/u;

export const rule: Rule = {
  id: 'prompt-without-separation',
  title: 'Instructions and foreign text in one prompt without marks',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01'],
  cwe: ['CWE-1427'],
  atlas: ['AML.T0051'],
  controls: ['C37', 'C48'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'prompt-injection'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds prompts of the user role in which instructions of the program and text from outside stand side by side with nothing between them that tells them apart.',
  why: 'The model sees one text. Where the instructions end and the foreign text begins is its guess, and a text that goes on in the tone of the instructions is taken for more of them.',
  fix: 'Put the instructions into the system role and the text alone into the user role. Where both must be in one message, set the text apart (`<text>…</text>`), take the mark out of it, and say that what stands between is data. Marks help; they are no barrier.',
  references: [
    {
      title: 'OWASP: LLM prompt injection prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/LLM_Prompt_Injection_Prevention_Cheat_Sheet.html',
    },
    {
      title: 'Anthropic: XML tags to structure prompts',
      url: 'https://docs.anthropic.com/en/docs/build-with-claude/prompt-engineering/use-xml-tags',
    },
  ],
  examples: {
    bad: [
      {
        title: 'text behind an instruction',
        code: `${HEAD}    return client.responses.create(model="gpt-4o", input=f"Summarise this article in two sentences: {text}")\n`,
      },
      {
        title: 'put together with +',
        code: `${HEAD}    prompt = "Translate the following text to French. " + text\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])\n`,
      },
      {
        title: 'page of the web',
        code: 'import requests\nimport ollama\n\npage = requests.get(url).text\nollama.generate("llama3", f"Extract all prices from this page. {page}")\n',
      },
    ],
    good: [
      {
        title: 'between tags',
        code: `${HEAD}    return client.responses.create(model="gpt-4o", input=f"Summarise the article.\\n<article>{text}</article>")\n`,
      },
      {
        title: 'between fences and quotes',
        code: `${HEAD}    client.responses.create(model="gpt-4o", input=f"Summarise the article.\\n\`\`\`\\n{text}\\n\`\`\`")\n    return client.responses.create(model="gpt-4o", input=f'Translate "{text}" to French, please.')\n`,
      },
      {
        title: 'roles keep them apart',
        code: `${HEAD}    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Summarise the article."}, {"role": "user", "content": text}])\n`,
      },
      {
        title: 'only a label',
        code: `${HEAD}    return client.responses.create(model="gpt-4o", instructions="Answer.", input=f"Question: {text}")\n`,
      },
      {
        title: 'text of the program',
        code: `${HEAD}    product = "lamp"\n    return client.responses.create(model="gpt-4o", input=f"Write a friendly sentence about a {product}")\n`,
      },
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: promptListeners((part, call, context) => {
    if (part.role !== 'user') return;
    for (const value of unmarked(part, context)) {
      const found = foreignTextIn(value, context, () => true);
      if (!found) continue;
      const { origin, confidence, from } = found;
      context.report({
        at: value,
        message: `Text from ${origin} follows the instructions of this prompt with nothing between them. Send the instructions in the system role, or set the text apart with marks.`,
        subject: origin,
        confidence,
        path: pathSteps(from, origin, {
          range: call?.callee.range ?? value.range,
          label: 'sent as a prompt',
        }),
      });
      return;
    }
  }),
};

/** The values in a prompt with instructions that no mark stands in front of. */
function unmarked({ content }: PromptPart, { model }: RuleContext): readonly Expression[] {
  const parts = model.stringParts(content) ?? [];
  const written = parts.map((part) => (part.kind === 'text' ? part.value : '')).join(' ');
  if (written.trim().length < SHORTEST_INSTRUCTION || !/\w+\s+\w+\s+\w+/u.test(written)) return [];
  return parts.flatMap((part, at) => (part.kind === 'hole' && !isMarked(parts, at) ? [part.expression] : []));
}

function isMarked(parts: readonly StringPart[], at: number): boolean {
  const before = parts[at - 1];
  return before?.kind === 'text' && MARK_BEFORE.test(before.value);
}
