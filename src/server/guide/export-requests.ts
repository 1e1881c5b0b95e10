import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as v from 'valibot';
import {
  EXPORT_CROSSWALK_METHOD,
  EXPORT_LIFECYCLE_METHOD,
  OVERLAYS_METHOD,
  type ExportResult,
  type OverlaysResult,
} from '../../protocol/messages';
import type { Handlers } from '../connection/handlers';
import type { Session } from '../session';
import { exportCrosswalkParams, exportLifecycleParams } from './export-params';
import type { LoadedGuide } from './guide-source';

/** Registers the menu of overlays, and what a client can take away: a lifecycle and a crosswalk as files of their own. */
export function registerExports(handlers: Handlers, session: () => Session): void {
  handlers.request(OVERLAYS_METHOD, v.any(), async (): Promise<OverlaysResult> => {
    const { guide, host, connection } = session();
    const { overlayChoices } = await host.loadExports(connection);
    return { overlays: overlayChoices((await guide.get()).guide) };
  });

  handlers.request(EXPORT_LIFECYCLE_METHOD, exportLifecycleParams, async (params): Promise<ExportResult> => {
    const { guide, host, connection } = session();
    const { exportLifecycle } = await host.loadExports(connection);
    const parts = partsOf(await guide.get());
    return { text: named(() => exportLifecycle({ ...parts, ...params })) };
  });

  handlers.request(EXPORT_CROSSWALK_METHOD, exportCrosswalkParams, async (params): Promise<ExportResult> => {
    const { guide, host, connection } = session();
    const { crosswalkText } = await host.loadExports(connection);
    const parts = partsOf(await guide.get());
    return { text: named(() => crosswalkText({ ...parts, ...params })) };
  });
}

function partsOf({ guide, relations }: LoadedGuide) {
  return { guide, relations: relations() };
}

/** @throws ResponseError `InvalidParams` for an id that names nothing */
function named(make: () => string): string {
  try {
    return make();
  } catch (error) {
    // By its name: the error comes from another bundle, which has a class of its own.
    throw error instanceof Error && error.name === 'UnknownIdError'
      ? new ResponseError(ErrorCodes.InvalidParams, error.message)
      : error;
  }
}
