import { describe, expect, it } from 'vitest';
import { lineageInput, MOST_EDGES } from '../../../../src/report/inventory/lineage-input';
import { EMPTY_INVENTORY } from '../../../../src/supplychain/inventory/inventory';
import { edge, part, sampleInventory } from '../../../support/inventory';

const sample = lineageInput(sampleInventory());
const node = (name: string) => sample.nodes.find((one) => one.name.startsWith(name));

describe('the lineage of an inventory', () => {
  it('leads from data and base models through training to models and what runs them', () => {
    expect(sample.nodes.map(({ name, place }) => `${place}: ${name}`).sort()).toEqual([
      'model: gpt-4o',
      'model: out/adapter',
      'model: out/ticket-classifier',
      'service: registry.example/serve',
      'service: triage',
      'source: acme/encoder',
      'source: acme/tickets',
      'training: train.py',
    ]);
  });

  it('puts one step between a model and all that one file makes it from', () => {
    const step = node('train.py');
    const into = sample.links.filter(({ to }) => to === step?.id);
    expect(into.map(({ from }) => from)).toEqual([
      'dataset:huggingface/acme/tickets',
      node('acme/encoder')?.id,
    ]);
    const made = sample.links.filter(({ from }) => from === step?.id).map(({ to }) => to);
    expect(new Set(made)).toEqual(new Set(['model:huggingface/out/ticket-classifier']));
  });

  it('invents no training where only a card speaks of it', () => {
    const tuned = part('model', 'a/tuned');
    const base = part('model', 'a/base');
    const { nodes, links } = lineageInput({
      parts: [base, tuned],
      lineage: [edge(tuned, 'fine-tuned-from', base)],
    });
    expect(nodes.map(({ place }) => place)).toEqual(['source', 'model']);
    expect(links).toEqual([{ from: base.id, to: tuned.id, text: 'is fine-tuned into' }]);
  });

  it('says what to mind', () => {
    expect(node('acme/tickets')?.alert).toBe('The reference can come to mean other content.');
    expect(node('out/adapter')?.alert).toBeUndefined();
  });

  it('leaves parts without a relation out, and edges to what is no part', () => {
    expect(node('torch')).toBeUndefined();
    const one = part('model', 'one');
    const lost = part('model', 'lost');
    expect(
      lineageInput({ parts: [one], lineage: [edge(one, 'adapts', lost), edge(one, 'adapts', one)] }).nodes,
    ).toEqual([]);
    expect(lineageInput(EMPTY_INVENTORY).nodes).toEqual([]);
  });

  it('names a system prompt after the code that sends it', () => {
    const prompt = part('prompt', 'serve.py#explain (system prompt)');
    const model = part('hosted-model', 'gpt-4o');
    const { nodes } = lineageInput({ parts: [prompt, model], lineage: [edge(prompt, 'asks', model)] });
    expect(nodes[0]).toMatchObject({ name: 'serve.py#explain', kind: ['system prompt', 'system prompts'] });
  });

  it('tells how many relations it does not draw', () => {
    const base = part('model', 'base');
    const adapters = Array.from({ length: MOST_EDGES + 5 }, (_, at) => part('adapter', `adapter-${at}`));
    const { leftOut, nodes } = lineageInput({
      parts: [base, ...adapters],
      lineage: adapters.map((adapter) => edge(adapter, 'adapts', base)),
    });
    expect(leftOut).toBe(5);
    expect(nodes).toHaveLength(MOST_EDGES + 1);
  });

  it('tells versions of one name apart', () => {
    const versions = ['1', '2'].map((version) => part('dataset', 'd', { id: `d@${version}`, version }));
    const model = part('model', 'm');
    const { nodes } = lineageInput({
      parts: [...versions, model],
      lineage: versions.map((version) => edge(model, 'trained-on', version)),
    });
    expect(nodes.map(({ name }) => name)).toEqual(['d@1', 'd@2', 'm']);
  });

  it('spells control characters of names out', () => {
    const bad = part('model', 'a\u202eb\nc');
    const base = part('model', 'base');
    const { nodes } = lineageInput({ parts: [bad, base], lineage: [edge(bad, 'adapts', base)] });
    expect(nodes[0]?.name).toBe('a\\u202eb c');
  });
});
