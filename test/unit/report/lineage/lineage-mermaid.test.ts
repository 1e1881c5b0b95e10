import { expect, test } from 'vitest';
import type { LineageInput, LineageNode } from '../../../../src/diagram/lineage/lineage-input';
import { lineageMermaid } from '../../../../src/report/lineage/lineage-mermaid';

const node = (id: string, place: LineageNode['place'], name = id): LineageNode => ({
  id,
  place,
  name,
  kind: ['model', 'models'],
  note: 'pinned',
  glyph: 'dot',
  tone: 'code',
});
const input = (nodes: LineageNode[], links: LineageInput['links'] = []): LineageInput => ({
  nodes,
  links,
  legend: [],
});

test('boxes stand in their places, and arrows say what one does for the other', () => {
  const text = lineageMermaid(
    input(
      [node('base', 'source'), node('tuned', 'model')],
      [{ from: 'base', to: 'tuned', text: 'is fine-tuned into' }],
    ),
    'Lineage',
  );
  expect(text).toBe(
    [
      '```mermaid',
      'flowchart LR',
      '  accTitle: Lineage',
      '  subgraph source["Starts from"]',
      '    n1["base<br/>model, pinned"]',
      '  end',
      '  subgraph model["Models"]',
      '    n2["tuned<br/>model, pinned"]',
      '  end',
      '  n1 -->|"is fine-tuned into"| n2',
      '```',
      '',
    ].join('\n'),
  );
});

test('a name can neither end its label nor become markup', () => {
  const text = lineageMermaid(
    input([node('a', 'model', 'x"]\n```\n<img src=x>\n%%{init: {}}%%')]),
    'Lineage',
  );
  const label = /n1\["(.*)<br\/>model, pinned"\]/u.exec(text)?.[1];
  expect(label).toMatch(/^x/u);
  expect(label).not.toMatch(/["<>`{}%\]]/u);
  expect(text.match(/```/gu)).toHaveLength(2);
});

test('more parts than find room stand together', () => {
  const many = Array.from({ length: 40 }, (_, at) => node(`m${at}`, 'model'));
  const links = many.map(({ id }) => ({ from: id, to: 'app', text: 'answers' }));
  const text = lineageMermaid(input([...many, node('app', 'service')], links), 'Lineage');
  expect(text).toMatch(/\+\d+ models"\]/u);
  expect(text.split('\n').length).toBeLessThan(30);
});
