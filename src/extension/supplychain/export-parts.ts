import { window } from 'vscode';
import { saveExport } from '../panel/save-export';
import type { BomSpec } from '../../supplychain/bom/bom-spec';
import { folderNames } from './folder-names';
import type { SurveyRequests } from './survey-requests';
import type { SurveySource } from './survey-source';

/** Writes the inventory of a folder to a file that the user chooses. @throws Error before the first scan */
export async function exportInventory(source: SurveySource, requests: SurveyRequests): Promise<void> {
  const folder = await pickFolder(source);
  if (folder !== undefined) await saveExport('ai-inventory', 'json', await requests.exportInventory(folder));
}

const SPECS: readonly { readonly spec: BomSpec; readonly label: string; readonly detail: string }[] = [
  { spec: '1.7', label: 'CycloneDX 1.7', detail: 'The newest version' },
  { spec: '1.6', label: 'CycloneDX 1.6', detail: 'For tools that do not know 1.7 yet' },
  { spec: 'spdx-3.0', label: 'SPDX 3.0.1', detail: 'JSON-LD with the AI and Dataset profiles' },
];

/** Asks for a format and writes the bill of materials of a folder. @throws Error before the first scan */
export async function exportBom(source: SurveySource, requests: SurveyRequests): Promise<void> {
  const uri = await pickFolder(source);
  if (uri === undefined) return;
  const choice = await window.showQuickPick(SPECS, { title: 'Format of the AI Bill of Materials' });
  if (!choice) return;
  const text = await requests.exportBom({ uri, spec: choice.spec });
  await saveExport(choice.spec === 'spdx-3.0' ? 'ai-bom.spdx' : 'ai-bom.cdx', 'json', text);
}

/** The folder to export, asked for where there are several. */
async function pickFolder(source: SurveySource): Promise<string | undefined> {
  const folders = await source.inventory.get();
  const [first, second] = folders;
  if (!first) throw new Error('Scan the workspace first: there is no inventory yet.');
  if (!second) return first.uri;
  const nameOf = folderNames(folders.length);
  const items = folders.map(({ uri, parts }) => ({
    uri,
    label: nameOf(uri) ?? uri,
    description: `${parts.length} parts`,
  }));
  return (await window.showQuickPick(items, { title: 'Folder to Export' }))?.uri;
}
