import { describe, expect, test } from 'vitest';
import { hitItem } from '../../../src/extension/catalog-search/hit-item';

describe('a row of the catalog search', () => {
  test('shows the id as people write it before the title, and opens the page', () => {
    expect(
      hitItem({
        kind: 'risks',
        id: 'owasp-llm-2026:LLM04',
        title: 'Supply Chain',
        label: 'LLM04:2026',
        why: 'id',
      }),
    ).toMatchObject({
      label: 'LLM04:2026 Supply Chain',
      description: 'risk',
      learn: { entry: 'risks/owasp-llm-2026:LLM04' },
    });
  });

  test('of a rule opens the rule', () => {
    const hit = {
      kind: 'rules',
      id: 'torch-load-unsafe',
      title: 'Unsafe load',
      label: '',
      why: 'text',
    } as const;
    expect(hitItem(hit)).toMatchObject({ label: 'Unsafe load', learn: { rule: 'torch-load-unsafe' } });
  });

  test('is shown whatever the editor would think of it: the server has searched already', () => {
    const hit = { kind: 'controls', id: 'C06', title: 'Malware scan', label: 'C06', why: 'synonym' } as const;
    expect(hitItem(hit).alwaysShow).toBe(true);
  });
});
