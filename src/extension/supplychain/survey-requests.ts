import type { CancellationToken } from 'vscode';
import * as v from 'valibot';
import {
  ASSESSMENT_METHOD,
  ATTESTATION_TEXT_METHOD,
  BOM_METHOD,
  EXPORT_INVENTORY_METHOD,
  INVENTORY_METHOD,
  TEMPLATE_METHOD,
  type AssessmentResult,
  type AttestationTextParams,
  type BomParams,
  type ExportInventoryParams,
  type InventoryResult,
  type TemplateParams,
  type TemplateResult,
} from '../../protocol/messages';
import { REPORT_METHOD, type ReportParams } from '../../protocol/report-messages';
import { assessmentSchema } from '../client/assessment-schema';
import { inventorySchema } from '../client/inventory-schema';
import type { LensClient } from '../client/lens-client';

const textSchema = v.object({ text: v.string() });
const templateSchema = v.object({ title: v.string(), path: v.string(), text: v.string() });

/** What the extension asks of the server about the supply chain and maturity. Each throws as {@link LensClient.ask} does. */
export class SurveyRequests {
  constructor(private readonly client: LensClient) {}

  /** The parts that the last scan found, by folder. */
  async inventory(): Promise<InventoryResult['folders']> {
    return (await this.client.ask(INVENTORY_METHOD, inventorySchema)).folders;
  }

  /** How far the scanned folders have come. */
  async assessment(): Promise<AssessmentResult['folders']> {
    return (await this.client.ask(ASSESSMENT_METHOD, assessmentSchema)).folders;
  }

  /** The whole inventory of a folder as JSON. */
  async exportInventory(uri: string): Promise<string> {
    const parameters: ExportInventoryParams = { uri };
    return (await this.client.ask(EXPORT_INVENTORY_METHOD, textSchema, parameters)).text;
  }

  /** The bill of materials of a folder. */
  async exportBom(parameters: BomParams): Promise<string> {
    return (await this.client.ask(BOM_METHOD, textSchema, parameters)).text;
  }

  /** The report of a folder, which is scanned for it. */
  async report(parameters: ReportParams, token: CancellationToken): Promise<string> {
    return (await this.client.ask(REPORT_METHOD, textSchema, parameters, token)).text;
  }

  template(id: string): Promise<TemplateResult> {
    const parameters: TemplateParams = { id };
    return this.client.ask(TEMPLATE_METHOD, templateSchema, parameters);
  }

  /** The text of a project file with one more attestation. */
  async attestationText(parameters: AttestationTextParams): Promise<string> {
    return (await this.client.ask(ATTESTATION_TEXT_METHOD, textSchema, parameters)).text;
  }
}
