import type { Memento } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { attest } from '../maturity/attest';
import { createFromTemplate } from '../maturity/create-from-template';
import type { EvidenceOfFolder } from '../tree/tree-node';
import type { SurveyRequests } from '../supplychain/survey-requests';
import type { CommandMap } from './command-map';
import { evidenceOf } from './row-arguments';

export interface MaturityCommandsInput {
  readonly client: LensClient;
  readonly requests: SurveyRequests;
  readonly memory: Memento;
}

/** Commands on rows of the Maturity view that ask for evidence. */
export function maturityCommands({
  client,
  requests,
  memory,
}: MaturityCommandsInput): Pick<CommandMap, 'createFromTemplate' | 'attest'> {
  const needed = (argument: unknown): EvidenceOfFolder => {
    const evidence = evidenceOf(argument);
    if (!evidence) throw new Error('Choose this in the Maturity view, on the evidence it is about.');
    return evidence;
  };
  const titleOf = (id: string): string =>
    client.catalog?.evidence.find((entry) => entry.id === id)?.title ?? id;
  return {
    createFromTemplate: (argument) => createFromTemplate(needed(argument), requests),
    attest: (argument) => attest(needed(argument), { requests, memory, titleOf }),
  };
}
