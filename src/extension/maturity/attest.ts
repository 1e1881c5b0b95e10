import { Position, Range, Uri, window, workspace, WorkspaceEdit, type Memento } from 'vscode';
import type { AttestationTextParams } from '../../protocol/messages';
import type { SurveyRequests } from '../supplychain/survey-requests';
import type { EvidenceOfFolder } from '../tree/tree-node';
import { changedPart } from './changed-part';
import { openedProjectFile, projectFileOf } from './project-file-text';

const WHO_KEY = 'maturity.attestedBy';

export interface AttestInput {
  readonly requests: SurveyRequests;
  /** Remembers who attested last. */
  readonly memory: Memento;
  readonly titleOf: (evidence: string) => string;
}

/**
 * Asks who attests evidence and how it is known, and writes that into the project file of the folder, which is then shown.
 *
 * @throws Error in Restricted Mode, and when the project file is not valid
 */
export async function attest(
  { folder, id }: EvidenceOfFolder,
  { requests, memory, titleOf }: AttestInput,
): Promise<void> {
  if (!workspace.isTrusted)
    throw new Error('In Restricted Mode nothing is written to the workspace. Trust it first.');
  const title = `Attest: ${titleOf(id)}`;
  const kept: unknown = memory.get(WHO_KEY);
  const by = await ask(title, 'Who says so? A name or a team, written into .mlsecops.yaml', true, kept);
  if (by === undefined) return;
  const note = await ask(title, 'How is it known, and where? May stay empty', false);
  if (note === undefined) return;
  await memory.update(WHO_KEY, by);
  await write(Uri.parse(folder), requests, {
    evidence: id,
    by,
    on: today(),
    ...(note === '' ? {} : { note }),
  });
}

async function ask(
  title: string,
  prompt: string,
  isNeeded: boolean,
  kept?: unknown,
): Promise<string | undefined> {
  const given = await window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    ...(typeof kept === 'string' ? { value: kept } : {}),
    validateInput: (value) => {
      if (isNeeded && value.trim() === '') return 'An attestation without a name is worth nothing.';
      return value.length > 500 ? 'At most 500 characters.' : undefined;
    },
  });
  return given?.trim();
}

async function write(
  folder: Uri,
  requests: SurveyRequests,
  attestation: AttestationTextParams['attestation'],
): Promise<void> {
  const known = await openedProjectFile(folder);
  const before = known?.getText() ?? '';
  const after = await requests.attestationText({ text: before, attestation });
  const uri = projectFileOf(folder);
  const edit = new WorkspaceEdit();
  if (!known) edit.createFile(uri, { ignoreIfExists: true });
  const { start, end, text } = changedPart(before, after);
  edit.replace(uri, new Range(positionIn(before, start), positionIn(before, end)), text);
  const wasDirty = known?.isDirty ?? false;
  if (!(await workspace.applyEdit(edit))) throw new Error('The project file could not be changed.');
  const document = await workspace.openTextDocument(uri);
  // What somebody else has begun there is theirs to save.
  if (!wasDirty) await document.save();
  const place = document.positionAt(start + text.length);
  await window.showTextDocument(document, { selection: new Range(place, place), preview: true });
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

/** Today where the user is, `2026-11-01`. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
