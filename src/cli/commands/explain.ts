import { createColors } from 'picocolors';
import { RULES } from '../../analysis/rules/registry.generated';
import { ruleLookup } from '../../analysis/rule-lookup';
import type { Guide } from '../../catalog/catalog';
import { CatalogSearch } from '../../catalog/search/catalog-search';
import { explanationOf, type Explanation } from '../../report/explanation';
import { CliError } from '../cli-error';
import { wantsColor, type CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { loadGuide } from '../guide';
import { printable, printableExplanation } from '../printable-explanation';
import { wrap } from '../wrap';
import { writeAll } from '../write-all';

const WIDTH = 88;
const SUGGESTIONS = 3;

/**
 * `mlsecops explain`: what a rule, stage, risk, weakness, technique, control, tool or role is about. A project file in the
 * working folder counts.
 *
 * @throws CliError when nothing has this id
 */
export async function runExplain(id: string, environment: CliEnvironment): Promise<number> {
  const guide = await loadGuide(environment.workingFolder, environment.errors);
  const explanation = explanationOf(id, guide, ruleLookup(RULES));
  if (!explanation) {
    throw new CliError(`nothing is named ${JSON.stringify(id)}; ${suggestion(id, guide)}`);
  }
  const color = wantsColor(environment.output, environment.variables);
  await writeAll(environment.output.stream, render(printableExplanation(explanation), color));
  return EXIT.clean;
}

/** What was perhaps meant: an OWASP id without its edition names another risk in each. */
function suggestion(id: string, guide: Guide): string {
  const near = new CatalogSearch(guide).find(id, SUGGESTIONS);
  if (near.length === 0) return '"mlsecops rules" lists the rules';
  return `perhaps ${near.map((hit) => `${hit.id} (${printable(hit.title)})`).join(', ')}`;
}

function render({ kind, id, title, paragraphs, facts, links }: Explanation, color: boolean): string {
  const colors = createColors(color);
  const blocks = [
    `${colors.bold(title)}\n${colors.dim(`${kind} ${id}`)}`,
    ...paragraphs.map(({ heading, text }) => {
      const body = wrap(text, WIDTH).join('\n');
      return heading === '' ? body : `${colors.bold(heading)}\n${body}`;
    }),
    facts
      .map(({ label, values }) => `${colors.bold(label)}\n${values.map((value) => `  ${value}`).join('\n')}`)
      .join('\n'),
    links.map((link) => `${link.title}\n  ${colors.cyan(link.url)}`).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
