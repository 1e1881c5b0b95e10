import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { EXPORT_CROSSWALK_METHOD, EXPORT_LIFECYCLE_METHOD, type ExportResult } from '../../protocol/messages';
import { crosswalkText } from '../../report/lifecycle/crosswalk-text';
import { exportLifecycle } from '../../report/lifecycle/export-lifecycle';
import { UnknownIdError } from '../../report/lifecycle/unknown-id';
import type { Handlers } from '../connection/handlers';
import type { Session } from '../session';
import { exportCrosswalkParams, exportLifecycleParams } from './export-params';
import type { LoadedGuide } from './guide-source';

/** Registers what a client can take away: a lifecycle and a crosswalk as files of their own. */
export function registerExports(handlers: Handlers, session: () => Session): void {
  handlers.request(EXPORT_LIFECYCLE_METHOD, exportLifecycleParams, async (params): Promise<ExportResult> => {
    const parts = partsOf(await session().guide.get());
    return { text: named(() => exportLifecycle({ ...parts, ...params })) };
  });

  handlers.request(EXPORT_CROSSWALK_METHOD, exportCrosswalkParams, async (params): Promise<ExportResult> => {
    const parts = partsOf(await session().guide.get());
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
    throw error instanceof UnknownIdError
      ? new ResponseError(ErrorCodes.InvalidParams, error.message)
      : error;
  }
}
