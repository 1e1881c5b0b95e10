import type { WireFinding } from './finding';
import type { PanelCatalog } from './panel-catalog';
import type { SearchHit } from '../catalog/search/search-hit';
import type { OverlayChoice } from '../diagram/overlay';
import type { Severity, Preset } from '../analysis/severity';
import type { Inventory } from '../supplychain/inventory/inventory';
import type { Part } from '../supplychain/inventory/part';
import type { Assessment } from '../supplychain/maturity/assessment';
import type { SideCodeMode } from '../analysis/side-code';
import type { BomSpec } from '../supplychain/bom/bom-spec';

/**
 * Our extensions of LSP. Each: a sentence, the method, parameters and result. Both sides import this file; any LSP client
 * may use them, none has to.
 */

/** Server -> client notification: all findings of one file, replacing what was known. Empty when it is clean or gone. */
export const FINDINGS_METHOD = 'mlsecops/findings';
export interface FindingsParams {
  readonly uri: string;
  readonly findings: readonly WireFinding[];
}

/** Server -> client notification: what the server is doing, for the status items. */
export const STATUS_METHOD = 'mlsecops/status';
export interface StatusParams {
  readonly state: 'idle' | 'scanning';
  readonly filesDone: number;
  readonly filesTotal: number;
  /** One line for a person when something needs attention (a broken `.mlsecops.yaml`); empty otherwise. */
  readonly attention: string;
}

/** Client -> server request: scan the whole workspace. Streams `mlsecops/findings`; honours `$/cancelRequest` and work-done progress. */
export const SCAN_METHOD = 'mlsecops/scanWorkspace';
export interface ScanParams {
  readonly workDoneToken?: string | number;
}
export interface ScanResult {
  readonly files: number;
  readonly findings: number;
  readonly milliseconds: number;
  readonly cancelled: boolean;
  /** Files that could not be read or analysed, with the reason; the first 100. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

/**
 * Server -> client notification: what the inventory and the assessment requests answer may have changed. Comes after a scan and, some
 * time after, with each change of a scanned file on disk.
 */
export const SURVEY_CHANGED_METHOD = 'mlsecops/surveyChanged';

/** Client -> server request: the parts of the AI supply chain that the last scan found. Does not scan. */
export const INVENTORY_METHOD = 'mlsecops/inventory';
export interface InventoryResult {
  /** The folders of the workspace that were scanned, in the client's order; none before the first scan. */
  readonly folders: readonly FolderInventory[];
}
export interface FolderInventory {
  /** The folder. Paths of uses are relative to it. */
  readonly uri: string;
  readonly parts: readonly WirePart[];
  readonly lineage: Inventory['lineage'];
}
/** A part with the first {@link MAX_USES} of its uses. */
export interface WirePart extends Part {
  /** All of its uses. */
  readonly useCount: number;
}
export const MAX_USES = 100;

/** Client -> server request: the whole inventory of a scanned folder as JSON, as `mlsecops inventory --format json` writes it. */
export const EXPORT_INVENTORY_METHOD = 'mlsecops/exportInventory';
export interface ExportInventoryParams {
  /** The folder. */
  readonly uri: string;
}

/** Client -> server request: how far the scanned folders have come, with the evidence. Does not scan. */
export const ASSESSMENT_METHOD = 'mlsecops/assessment';
export interface AssessmentResult {
  /** As in {@link InventoryResult}. */
  readonly folders: readonly FolderAssessment[];
}
export interface FolderAssessment {
  readonly uri: string;
  readonly assessment: Assessment;
}

/**
 * Client -> server request: the text of a project file with one more attestation. The client writes it: only it knows what is open
 * and changed. An error says why the text cannot be added to.
 */
export const ATTESTATION_TEXT_METHOD = 'mlsecops/attestationText';
export interface AttestationTextParams {
  /** The project file as it is now; empty where there is none. */
  readonly text: string;
  readonly attestation: {
    readonly evidence: string;
    readonly by: string;
    /** `2026-11-01`. */
    readonly on: string;
    readonly note?: string;
  };
}
export interface AttestationTextResult {
  readonly text: string;
}

/** Client -> server request: a file to begin with, for evidence that is missing. */
export const TEMPLATE_METHOD = 'mlsecops/template';
export interface TemplateParams {
  readonly id: string;
}
export interface TemplateResult {
  readonly title: string;
  /** Where the file usually is, relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Server -> client request: the text of `known-parts.json` that ships beside the server, as {@link READ_CATALOG_METHOD} asks for
 * the catalog.
 */
export const READ_KNOWN_PARTS_METHOD = 'mlsecops/readKnownParts';

/** Client -> server request: the catalog as views and panel show it, with what the project files of the workspace add. */
export const CATALOG_METHOD = 'mlsecops/catalog';
export type CatalogResult = PanelCatalog;

/** Server -> client notification: a project file changed what the catalog request answers. */
export const CATALOG_CHANGED_METHOD = 'mlsecops/catalogChanged';

/** Client -> server request: the overlays of the diagram, in the order of their menu. */
export const OVERLAYS_METHOD = 'mlsecops/overlays';
export interface OverlaysResult {
  readonly overlays: readonly OverlayChoice[];
}

/** Client -> server request: finds entries of the catalog and rules by id, name or text, best first. */
export const SEARCH_METHOD = 'mlsecops/search';
export interface SearchParams {
  readonly query: string;
  /** At most 100; 20 unless given. */
  readonly limit?: number;
}
export interface SearchResult {
  readonly hits: readonly SearchHit[];
}

/** Client -> server request: the lifecycle as a file of its own. Counts of findings are the client's, by stage id. */
export const EXPORT_LIFECYCLE_METHOD = 'mlsecops/exportLifecycle';
export interface ExportLifecycleParams {
  readonly lifecycle: string;
  readonly overlay?: string;
  readonly format: 'svg' | 'html' | 'mermaid' | 'json';
  readonly theme?: 'light' | 'dark';
  readonly findings?: Readonly<Record<string, number>>;
}
/** Client -> server request: the matrix of two frameworks as text. */
export const EXPORT_CROSSWALK_METHOD = 'mlsecops/exportCrosswalk';
export interface ExportCrosswalkParams {
  readonly rows: string;
  readonly columns: string;
  readonly format: 'csv' | 'markdown';
}
export interface ExportResult {
  readonly text: string;
}

/** Client -> server request: the AI bill of materials of a folder as it was last scanned; a folder that was not is an error. */
export const BOM_METHOD = 'mlsecops/bom';
export interface BomParams {
  /** Of the folder; the first one of the workspace when left out. */
  readonly uri?: string;
  readonly spec: BomSpec;
  /** Whether it shall say when it was made; without it the same workspace gives the same text. */
  readonly timestamp?: boolean;
  readonly serial?: boolean;
}

/** Server -> client request: where a server in a web worker finds the script that writes bills of materials. */
export const BOM_SCRIPT_METHOD = 'mlsecops/bomScript';
export interface BomScriptResult {
  readonly url: string;
}

/**
 * Server -> client request: where a server in a web worker finds the script that draws and writes what is taken away. It is
 * large and seldom asked for, so it is not a part of the server's own script.
 */
export const EXPORTS_SCRIPT_METHOD = 'mlsecops/exportsScript';
export interface ExportsScriptResult {
  readonly url: string;
}

/** Server -> client request: where a server in a web worker finds the script with the front ends of all languages but Python. */
export const LANGUAGES_SCRIPT_METHOD = 'mlsecops/languagesScript';
export interface LanguagesScriptResult {
  readonly url: string;
}

/** Server -> client request: where a server in a web worker finds the script that looks into model files. */
export const INSPECTOR_SCRIPT_METHOD = 'mlsecops/inspectorScript';
export interface InspectorScriptResult {
  readonly url: string;
}

/**
 * Server -> client request: the text of `catalog.json` that ships beside the server, for a server that has no file system
 * of its own (web worker).
 */
export const READ_CATALOG_METHOD = 'mlsecops/readCatalog';
export interface ReadCatalogResult {
  readonly text: string;
}

/**
 * Client -> server request: a question of a coding agent, to one of the tools in `src/agent`. A question that cannot be answered as it was
 * asked is answered with the reason, for the agent.
 */
export const AGENT_TOOL_METHOD = 'mlsecops/agentTool';
export interface AgentToolParams {
  readonly name: string;
  readonly input: unknown;
}
export interface AgentToolResult {
  /** JSON, or the reason. */
  readonly text: string;
  readonly failed: boolean;
}

/** Client -> server request: the lifecycle stages the document in front belongs to, likeliest first. */
export const DOCUMENT_STAGES_METHOD = 'mlsecops/documentStages';
export interface DocumentStagesParams {
  readonly uri: string;
}
export interface DocumentStagesResult {
  readonly stages: readonly string[];
}

/**
 * Server -> client requests: files for a server that has no file system of its own (web worker, virtual workspace). They are
 * answered with {@link ReadFileResult}, `FileStat` and `FolderEntry[]`; a failure is an error whose data is {@link FileFailure}.
 */
export const READ_FILE_METHOD = 'mlsecops/readFile';
export interface FileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  /** Base64. */
  readonly content: string;
}
export interface FileFailure {
  readonly reason: 'missing' | 'denied' | 'too-large' | 'other';
}
export const STAT_FILE_METHOD = 'mlsecops/statFile';
export const LIST_FOLDER_METHOD = 'mlsecops/listFolder';

/** Settings as the server sees them, section `mlsecops`. Every one is validated when it arrives. */
export interface Settings {
  readonly enable: boolean;
  readonly preset: Preset;
  /** What becomes of findings in tests, documentation and examples; null: what the preset does. */
  readonly testCode: SideCodeMode | null;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Glob patterns, workspace-relative. */
  readonly exclude: readonly string[];
}

/** What a client gives at `initialize`. */
export interface InitializationOptions {
  readonly settings?: Partial<Settings>;
  /** True when the server shall ask the client for files. */
  readonly clientFileSystem?: boolean;
  /**
   * Where a diagnostic's code leads: a URL in which `{rule}` stands for the rule id. Without it the code leads to the
   * first reference of the rule.
   */
  readonly ruleLink?: string;
}

/** Command in code actions: the client opens stage and risk in the lifecycle panel. Arguments: {@link LearnArguments}. */
export const LEARN_COMMAND = 'mlsecops.learn';
export interface LearnArguments {
  readonly rule?: string;
  readonly stage?: string;
  readonly risk?: string;
  /** Any entry of the catalog, with its kind: `controls/C06`. */
  readonly entry?: string;
  /** An overlay of the diagram: `owasp-llm-2026`, `roles`, `as:DS`. */
  readonly overlay?: string;
  readonly lifecycle?: string;
  /** What the panel shows instead of the diagram. */
  readonly view?: 'diagram' | 'compare' | 'crosswalk' | 'lineage';
}
