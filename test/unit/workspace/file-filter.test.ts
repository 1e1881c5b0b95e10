import { expect, it } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { sourceKind } from '../../../src/workspace/discovery/source-kind';
import { FileFilter } from '../../../src/workspace/file-filter';
import { testEngine } from '../../support/analyze';

it('lets every bad example of every rule through', () => {
  const filter = new FileFilter(testEngine({ preset: 'all' }));
  const lost = RULES.flatMap((rule) =>
    rule.examples.bad.flatMap(({ title, code, output, file = 'src/app.py' }) => {
      const kind = sourceKind(file);
      if (!kind) return [`${rule.id}: ${file} is not read`];
      const text = output ? JSON.stringify(code) : code;
      const isKept = filter.mayHold(
        file,
        output ? { ...kind, isNotebook: true } : kind,
        new TextEncoder().encode(text),
      );
      return isKept ? [] : [`${rule.id}: ${title}`];
    }),
  );
  expect(lost).toEqual([]);
});
