import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page that has been drawn, colours included: one line for each rule and its first place. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Through the debugger, so that the panel's own policy does not stand in the way.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
        }>;
      };
    };
    // The page around the panel is the editor's, which has headings and landmarks of its own.
    const off = { enabled: false };
    const { violations } = await axe.run({ rules: { region: off, 'page-has-heading-one': off } });
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200) ?? ''} ${nodes[0]?.failureSummary?.replace(/\s+/g, ' ').slice(0, 240) ?? ''}`,
    );
  });
}
