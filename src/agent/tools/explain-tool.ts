import * as v from 'valibot';
import { ruleLookup } from '../../analysis/rule-lookup';
import { RULES } from '../../analysis/rules/registry.generated';
import { explanationOf } from '../../report/explanation';
import type { AgentTool } from '../agent-tool';
import { idInput } from '../tool-inputs';
import { nothingNamed } from '../nothing-named';

const input = v.strictObject({
  id: v.pipe(
    idInput,
    v.description('`torch-load-unsafe`, `LLM04:2026`, `C06`, `CWE-502`, `AML.T0010`, `model-serving`, ...'),
  ),
});

/** `explain`: what a rule or an entry of the catalog is about. */
export const explainTool: AgentTool<typeof input> = {
  name: 'explain',
  title: 'Explain a rule, risk or control',
  description:
    'Explains a rule of the scan, a lifecycle stage, a risk (OWASP), weakness (CWE), technique (MITRE ATLAS), control, tool or role: what it is, why it ' +
    'matters, how to fix it, what it is related to, and references.',
  input,
  async run({ id }, workspace) {
    const guide = await workspace.guide();
    const explanation = explanationOf(id, guide, ruleLookup(RULES));
    if (!explanation) throw nothingNamed(id, guide);
    const { kind, title, paragraphs, facts, links } = explanation;
    return { about: { kind, id: explanation.id, title, paragraphs }, lists: { facts, links } };
  },
};
