import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import { READ_KNOWN_PARTS_METHOD } from '../../protocol/messages';
import { NOTHING_KNOWN, type KnownParts } from '../../supplychain/openness/known-parts';
import { readKnownParts } from '../../supplychain/openness/read-known-parts';
import type { ServerHost } from '../host';

const readResult = v.object({ text: v.string() });

/** What is publicly known of models, services and libraries: read when the first scan needs it. */
export class KnownPartsSource {
  private read: Promise<KnownParts> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly host: Pick<ServerHost, 'readKnownParts'>,
  ) {}

  /** Nothing where the file cannot be had, which the log tells: a scan is worth having without it. The next call tries again. */
  async get(): Promise<KnownParts> {
    try {
      return await (this.read ??= this.readFile());
    } catch (error) {
      this.read = undefined;
      this.connection.console.warn(
        `What is known of models and services could not be read: ${String(error)}`,
      );
      return NOTHING_KNOWN;
    }
  }

  private async readFile(): Promise<KnownParts> {
    const text = this.host.readKnownParts
      ? await this.host.readKnownParts()
      : v.parse(readResult, await this.connection.sendRequest(READ_KNOWN_PARTS_METHOD)).text;
    return readKnownParts(text);
  }
}
