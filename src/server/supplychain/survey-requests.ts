import * as v from 'valibot';
import { INVENTORY_METHOD, MAX_USES, type InventoryResult, type WirePart } from '../../protocol/messages';
import type { Part } from '../../supplychain/inventory/part';
import type { Handlers } from '../connection/handlers';
import type { Session } from '../session';

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
}

/** Some parts are used in thousands of places, of which nobody reads all in a view. */
function wirePart(part: Part): WirePart {
  return { ...part, uses: part.uses.slice(0, MAX_USES), useCount: part.uses.length };
}
