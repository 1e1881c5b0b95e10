import * as v from 'valibot';
import { FIXABLE_RULES } from '../../analysis/rules/fixable.generated';
import {
  CATALOG_METHOD,
  DOCUMENT_STAGES_METHOD,
  SEARCH_METHOD,
  type CatalogResult,
  type DocumentStagesResult,
  type SearchResult,
} from '../../protocol/messages';
import type { Handlers } from '../connection/handlers';
import { atPosition, codeAction, ofUri, pullDiagnostics, search } from '../connection/params';
import { registerExports } from '../guide/export-requests';
import type { Session } from '../session';
import { codeActions } from './code-actions';
import { hover } from './hover';
import { panelCatalog } from './panel-catalog';

/** Registers what a client can ask of a document, and of the catalog. */
export function registerFeatures(handlers: Handlers, session: () => Session): void {
  handlers.request('textDocument/diagnostic', pullDiagnostics, ({ textDocument, previousResultId }, token) =>
    session().pull.answer(textDocument.uri, previousResultId, token),
  );

  handlers.request('textDocument/hover', atPosition, async ({ textDocument: { uri }, position }, token) => {
    const { analyses, catalog, features } = session();
    const result = await analyses.current(uri, token);
    return result ? hover(result, uri, position, catalog, features.markdownHover) : null;
  });

  handlers.request('textDocument/codeAction', codeAction, async (query, token) => {
    const { analyses, features } = session();
    const result = await analyses.current(query.textDocument.uri, token);
    return result ? codeActions(query, result, features.versionedEdits) : [];
  });

  handlers.request(CATALOG_METHOD, v.any(), async (): Promise<CatalogResult> => {
    const { guide, rules } = session();
    return panelCatalog((await guide.get()).entries, rules, FIXABLE_RULES);
  });

  handlers.request(SEARCH_METHOD, search, async ({ query, limit }): Promise<SearchResult> => {
    const { guide } = session();
    return { hits: (await guide.get()).search().find(query, limit) };
  });

  registerExports(handlers, session);

  handlers.request(DOCUMENT_STAGES_METHOD, ofUri, async ({ uri }, token): Promise<DocumentStagesResult> => {
    const { analyses, projects, stages } = session();
    const result = await analyses.current(uri, token);
    if (result && result.stages.length > 0) return { stages: result.stages };
    // A document no front end reads still has a path that may tell.
    await projects.ready();
    return { stages: stages.of(projects.locate(uri).path, undefined, [], () => undefined) };
  });
}
