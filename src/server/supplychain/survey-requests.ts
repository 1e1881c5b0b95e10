import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as v from 'valibot';
// A named import lets the bundler leave the rest of the manifest out.
import { version } from '../../../package.json';
import { addAttestation } from '../../analysis/configuration/add-attestation';
import {
  ASSESSMENT_METHOD,
  ATTESTATION_TEXT_METHOD,
  EXPORT_INVENTORY_METHOD,
  INVENTORY_METHOD,
  MAX_USES,
  TEMPLATE_METHOD,
  type AssessmentResult,
  type AttestationTextResult,
  type ExportResult,
  type InventoryResult,
  type TemplateResult,
  type WirePart,
} from '../../protocol/messages';
import { jsonInventory } from '../../report/inventory/json-inventory';
import type { Part } from '../../supplychain/inventory/part';
import { assess } from '../../supplychain/maturity/assess';
import { templateOf } from '../../supplychain/templates/templates';
import type { Handlers } from '../connection/handlers';
import { ofUri } from '../connection/params';
import type { Session } from '../session';

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(500), v.regex(/^[^\r\n]*$/u));
const template = v.object({ id: v.pipe(v.string(), v.maxLength(200)) });
const attestationText = v.object({
  text: v.pipe(v.string(), v.maxLength(1024 * 1024)),
  attestation: v.object({
    evidence: line,
    by: line,
    on: v.pipe(v.string(), v.isoDate()),
    note: v.exactOptional(line),
  }),
});

/** Registers what a client can ask of the last scan: the parts of the AI supply chain, and how far the project has come. */
export function registerSurveys(handlers: Handlers, session: () => Session): void {
  handlers.request(INVENTORY_METHOD, v.any(), (): InventoryResult => ({
    folders: session()
      .surveys.all()
      .map(({ project, survey }) => {
        const { parts, lineage } = survey.inventory();
        return { uri: project.place.uri ?? '', parts: parts.map(wirePart), lineage };
      }),
  }));

  handlers.request(EXPORT_INVENTORY_METHOD, ofUri, ({ uri }): ExportResult => {
    const found = session()
      .surveys.all()
      .find(({ project }) => project.place.uri === uri);
    if (!found) throw new ResponseError(ErrorCodes.InvalidParams, `${uri} was not scanned yet.`);
    return { text: jsonInventory(found.survey.inventory(), version) };
  });

  handlers.request(ASSESSMENT_METHOD, v.any(), async (): Promise<AssessmentResult> => {
    const { surveys, guide, host } = session();
    const all = surveys.all();
    if (all.length === 0) return { folders: [] };
    const loaded = await guide.get();
    return {
      folders: all.map(({ project, survey }) => ({
        uri: project.place.uri ?? '',
        assessment: assess({
          observations: survey.observations(),
          inventory: survey.inventory(),
          findings: survey.findings(),
          attestations: project.projectFile.settings?.attestations ?? [],
          guide: loaded.guide,
          today: host.today(),
        }),
      })),
    };
  });

  handlers.request(TEMPLATE_METHOD, template, ({ id }): TemplateResult => {
    const found = templateOf(id);
    if (!found) throw new ResponseError(ErrorCodes.InvalidParams, `There is no template ${id}.`);
    const { title, path, text } = found;
    return { title, path, text };
  });

  handlers.request(
    ATTESTATION_TEXT_METHOD,
    attestationText,
    ({ text, attestation }): AttestationTextResult => {
      try {
        return { text: addAttestation(text, attestation) };
      } catch (error) {
        // The text is the client's: what is wrong with it is the answer.
        const reason = error instanceof Error ? error.message : String(error);
        throw new ResponseError(ErrorCodes.InvalidParams, reason);
      }
    },
  );
}

/** Some parts are used in thousands of places, of which nobody reads all in a view. */
function wirePart(part: Part): WirePart {
  return { ...part, uses: part.uses.slice(0, MAX_USES), useCount: part.uses.length };
}
