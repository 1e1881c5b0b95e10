import * as v from 'valibot';
import { RULES } from '../../analysis/rules/registry.generated';
import { ruleLookup } from '../../analysis/rule-lookup';
import type { EntryOf, Guide } from '../../catalog/catalog';
import type { EntryKind } from '../../catalog/entry-kinds';
import { guideEntry } from '../../catalog/guide-entry';
import { Relations } from '../../catalog/relations';
import { plainText } from '../../report/plain-text';
import type { AgentTool } from '../agent-tool';
import { nothingNamed } from '../nothing-named';
import { idInput } from '../tool-inputs';
import type { ToolAnswer } from '../write-answer';

const input = v.strictObject({
  id: v.optional(
    v.pipe(
      idInput,
      v.description(
        'A lifecycle stage (`model-serving`), a risk (`LLM01:2026`), a control (`C06`) or a rule of the scan. Left out: the stages there are.',
      ),
    ),
  ),
});

/** Kinds that have pages of good practice, in the order in which an id that several have is taken. */
const GUIDED = ['stages', 'risks', 'controls'] as const satisfies readonly EntryKind[];

/** `lifecycle_guidance`: good practice, controls and tools for a stage or a risk. */
export const lifecycleGuidanceTool: AgentTool<typeof input> = {
  name: 'lifecycle_guidance',
  title: 'Good practice for a lifecycle stage or risk',
  description:
    'Says what to do at a stage of the MLSecOps or LLMSecOps lifecycle, or against a risk: steps with gates, evidence and commands of open-source tools, the controls ' +
    'and tools that belong there, and what all of that does not protect against.',
  input,
  async run({ id }, workspace) {
    const guide = await workspace.guide();
    if (id === undefined) return stagesOf(guide);
    const wanted = id.toLowerCase();
    for (const kind of GUIDED) {
      for (const key of guide[kind].keys()) {
        const entry = guideEntry(guide, kind, key);
        if (entry && (key.toLowerCase() === wanted || entry.label.toLowerCase() === wanted)) {
          return guidanceFor(guide, kind, key);
        }
      }
    }
    const rule = ruleLookup(RULES)(wanted);
    const stage = rule?.stages[0];
    if (stage === undefined) throw nothingNamed(id, guide);
    return guidanceFor(guide, 'stages', stage);
  },
};

function stagesOf(guide: Guide): ToolAnswer {
  return {
    about: {},
    lists: {
      stages: [...guide.stages.values()].map(({ id, lifecycle, number, title, summary }) => ({
        id,
        lifecycle,
        number,
        title,
        summary: plainText(summary),
      })),
    },
  };
}

function guidanceFor(guide: Guide, kind: (typeof GUIDED)[number], id: string): ToolAnswer {
  const entry = guideEntry(guide, kind, id);
  const relations = new Relations(guide);
  const stage = kind === 'stages' ? guide.stages.get(id) : undefined;
  const page = guide.guidance.get(`${kind}/${id}`);
  const related = (to: EntryKind): readonly object[] =>
    entriesOf(guide, to, relations.neighbours(kind, id, to));
  return {
    about: {
      kind: kind.slice(0, -1),
      id,
      title: entry?.label && entry.label !== id ? `${entry.label} ${entry.title}` : entry?.title,
      summary: plainText(entry?.summary ?? ''),
      status: entry?.status,
      guidance: stage?.guidance,
      checks: stage?.checks.map(({ title }) => title),
      artifacts: stage?.artifacts.map(({ title, direction }) => ({ title, direction })),
      signing: stage?.signing,
      practice: page && practiceOf(page),
    },
    lists: {
      controls: related('controls'),
      tools: related('tools'),
      ...(kind === 'stages' ? {} : { stages: related('stages') }),
      ...(kind === 'risks' ? {} : { risks: related('risks') }),
    },
  };
}

function practiceOf({ title, summary, steps, limits }: EntryOf<'guidance'>): object {
  return {
    title,
    summary: plainText(summary),
    steps: steps.map(({ title: step, text, gate, evidence, commands, code }) => ({
      title: step,
      text: plainText(text),
      stopWhen: gate,
      evidence,
      ...(commands.length > 0 ? { commands } : {}),
      code: code?.text,
    })),
    doesNotProtectAgainst: limits,
  };
}

function entriesOf(guide: Guide, kind: EntryKind, ids: readonly string[]): readonly object[] {
  return ids.flatMap((id) => {
    const entry = guideEntry(guide, kind, id);
    return entry
      ? [{ id, title: entry.title, summary: plainText(entry.summary), url: entry.links[0]?.url }]
      : [];
  });
}
