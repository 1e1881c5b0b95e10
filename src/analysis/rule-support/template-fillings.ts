import type { Call, DictExpression, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';
import { runnableSteps } from './runnable-steps';

/** A value that is put into a variable of a prompt template when the chain runs. */
export interface TemplateFilling {
  readonly variable: string;
  readonly value: Expression;
  /** The value is a call that puts documents there that it is given when it runs. */
  readonly isDocuments: boolean;
}

/** Methods of a runnable or a template that take the variables as a dictionary. */
const RUNS = new Set(['abatch', 'ainvoke', 'astream', 'batch', 'invoke', 'stream']);

/** https://python.langchain.com/api_reference/langchain/chains/langchain.chains.combine_documents.stuff.create_stuff_documents_chain.html */
const DOCUMENT_CHAIN = /\.create_stuff_documents_chain$/;

/** Methods of a template that take the variables as keywords. */
const FORMATS = new Set(['aformat_messages', 'format', 'format_messages', 'format_prompt', 'partial']);

/**
 * What the file puts into the variables of a LangChain template: the dictionary given to `invoke` on it or on a chain that
 * begins with it, a dictionary in front of it in the chain, the keywords of `format` and `partial`, a chain of documents
 * (https://python.langchain.com/docs/concepts/prompt_templates/).
 */
export function templateFillings(template: Call, model: SourceModel): readonly TemplateFilling[] {
  return model.calls.flatMap((call) => {
    const { callee } = call;
    if (call.names.some((name) => DOCUMENT_CHAIN.test(name))) return documents(call, template, model);
    if (callee.kind !== 'attribute') return [];
    const isRun = RUNS.has(callee.name);
    if (!isRun && !FORMATS.has(callee.name)) return [];
    const steps = runnableSteps(callee.object, model);
    const at = steps.findIndex((step) => containsRange(step.range, template.range));
    if (at < 0) return [];
    const before = at > 0 ? steps[at - 1] : undefined;
    if (!isRun) return keywords(call);
    const given = call.argument({ keyword: 'input', position: 0 });
    const first = given.state === 'given' ? model.dereference(given.argument.value) : undefined;
    const dict = before ?? first;
    return dict?.kind === 'dict' ? entries(dict, model) : [];
  });
}

function documents(chain: Call, template: Call, model: SourceModel): readonly TemplateFilling[] {
  const prompt = chain.argument({ keyword: 'prompt', position: 1 });
  if (prompt.state !== 'given') return [];
  const steps = runnableSteps(prompt.argument.value, model);
  if (!steps.some((step) => containsRange(step.range, template.range))) return [];
  const named = chain.argument({ keyword: 'document_variable_name' });
  const name = named.state === 'given' ? model.evaluate(named.argument.value) : undefined;
  const variable = name?.known && typeof name.value === 'string' ? name.value : 'context';
  return [{ variable, value: chain, isDocuments: true }];
}

function keywords(call: Call): readonly TemplateFilling[] {
  return call.arguments.flatMap(({ keyword, value }) =>
    keyword === undefined ? [] : [{ variable: keyword, value, isDocuments: false }],
  );
}

function entries(dict: DictExpression, model: SourceModel): readonly TemplateFilling[] {
  return dict.entries.flatMap(({ key, value }) => {
    const name = key && model.evaluate(key);
    return name?.known && typeof name.value === 'string'
      ? [{ variable: name.value, value, isDocuments: false }]
      : [];
  });
}
