import type { Connection } from 'vscode-languageserver';
import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';
import type { FurtherLanguages } from '../source/front-ends';
import type { BomModule } from '../supplychain/bom/bom-module';
import type { InspectorModule } from '../workspace/model-files/inspector-module';
import type { FileAnalyzer } from '../workspace/file-analysis/file-analyzer';
import type { FileSystem } from '../workspace/file-system';

/** What the server needs from the place it runs in: Node, a web worker, or a test. */
export interface ServerHost {
  /** Files of this machine; undefined where there are none: then the client is asked for them. */
  readonly fileSystem: FileSystem | undefined;
  /** Follows the links of a path of `fileSystem`; left out where that cannot be done. */
  readonly realPath?: (path: string) => Promise<string>;
  /** Text of the catalog file that ships with the product; undefined where only the client can read it. */
  readonly readCatalog: (() => Promise<string>) | undefined;
  /** Text of what is publicly known of models and services, which ships too; left out as {@link readCatalog} is. */
  readonly readKnownParts?: () => Promise<string>;
  /** Draws and writes what clients take away; loaded when it is first asked for. */
  readonly loadExports: (connection: Connection) => Promise<LifecycleExports>;
  /** Front ends of all languages but Python; loaded when a document in one of them turns up. Left out where they are at hand. */
  readonly loadLanguages?: (connection: Connection) => Promise<FurtherLanguages>;
  /** What looks into model files; loaded when the first one turns up. Left out where it is at hand. */
  readonly loadInspector?: (connection: Connection) => Promise<InspectorModule>;
  /** What writes bills of materials; loaded when the first one is asked for. Left out where it is at hand. */
  readonly loadBom?: (connection: Connection) => Promise<BomModule>;
  /** Analyses many files beside the server's own thread; left out where there are no threads. */
  readonly scanAnalyzer?: FileAnalyzer;
  /** Runs `task` after a pause; the function it returns calls it off. */
  delay(milliseconds: number, task: () => void): () => void;
  /** Milliseconds from any fixed point in time. */
  now(): number;
  /** The day it is, `2026-11-23`, in universal time. */
  today(): string;
}

/** The timers that Node and web workers share. */
export const SYSTEM_TIME: Pick<ServerHost, 'delay' | 'now' | 'today'> = {
  delay: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};
