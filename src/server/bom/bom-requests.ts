import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as v from 'valibot';
// A named import lets the bundler leave the rest of the manifest out.
import { version } from '../../../package.json';
import { BOM_METHOD, type ExportResult } from '../../protocol/messages';
import { bomModule } from '../../supplychain/bom/bom-module';
import { BOM_SPECS } from '../../supplychain/bom/bom-spec';
import { baseName } from '../../workspace/path';
import type { Handlers } from '../connection/handlers';
import type { Session } from '../session';
import type { SurveyedProject } from '../supplychain/surveys';

const bomParams = v.object({
  uri: v.optional(v.string()),
  spec: v.picklist(BOM_SPECS),
  timestamp: v.optional(v.boolean()),
  serial: v.optional(v.boolean()),
});

/** Registers the bill of materials of a folder, as it was last scanned. */
export function registerBom(handlers: Handlers, session: () => Session): void {
  handlers.request(BOM_METHOD, bomParams, async (params): Promise<ExportResult> => {
    const { project, survey } = scanned(session(), params.uri);
    const { writeBom } = await bomModule();
    const text = await writeBom({
      spec: params.spec,
      inventory: survey.inventory(),
      subject: baseName(project.place.path) || 'workspace',
      tool: { name: 'mlsecops-lens', version },
      timestamp: params.timestamp ? new Date() : undefined,
      serial: params.serial,
    });
    return { text };
  });
}

/** @throws ResponseError `InvalidRequest` for a folder of which nothing is known yet */
function scanned({ surveys }: Session, uri: string | undefined): SurveyedProject {
  const found = surveys.all().find(({ project }) => uri === undefined || project.place.uri === uri);
  if (found) return found;
  throw new ResponseError(
    ErrorCodes.InvalidRequest,
    uri === undefined ? 'The workspace was not scanned yet.' : `${uri} was not scanned yet.`,
  );
}
