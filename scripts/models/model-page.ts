import { FORMAT_SAMPLES } from '../../test/support/models/samples/format-samples';
import { evasionTables } from './evasion-table';
import { formatTable } from './format-table';
import { withPart } from './page-parts';

/** The page about samples, with the tables that need nothing but this repository made anew. */
export function withOwnTables(page: string): string {
  return withPart(withPart(page, 'formats', formatTable(FORMAT_SAMPLES)), 'evasions', evasionTables());
}
