import type { CoreCatalog } from '../catalog/core';
import type { Link } from '../catalog/schema/entry';
import type { ApiKind, ApiOf } from '../catalog/schema/api';
import type { Assignment, Call, Expression, StringExpression } from '../source/expression';
import type { DataNode } from '../source/content/data-node';
import type { DockerInstruction } from '../source/content/docker-instruction';
import type { DocumentContent } from '../source/content/document-content';
import type { ImageReference } from '../source/content/image-reference';
import type { PackageOption, PackageRequest } from '../source/content/package-request';
import type { Prose } from '../source/content/prose';
import type { ShellCommand } from '../source/content/shell-command';
import type { DocumentRole } from '../source/document-kind';
import type { FunctionDefinition, SourceLanguage, SourceModel } from '../source/model';
import type { TextRange } from '../source/range';
import type { ApiIndex } from './api-index';
import type { Finding } from './finding';
import type { PackageVersions } from './package-versions';
import type { Confidence, Preset, Severity } from './severity';
import type { TriggerWord } from './triggers/trigger-word';

/**
 * One rule: facts, texts, examples and the check. From it come the diagnostic, hover, quick fixes, documentation page,
 * settings, JSON schema, SARIF record and a test for each example.
 */
export interface Rule {
  /** Kebab-case, names the problem. Stable for ever. */
  readonly id: string;
  /** Former ids, still accepted in comments and settings. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** Ids of lifecycle stages, the one where it hurts first. */
  readonly stages: readonly [string, ...string[]];
  /** Ids with edition: `owasp-llm-2026:LLM04`. The most telling first. */
  readonly risks: readonly [string, ...string[]];
  readonly cwe: readonly string[];
  readonly atlas: readonly string[];
  readonly controls: readonly string[];
  readonly severity: Severity;
  readonly preset: Preset;
  readonly since: string;
  readonly tags: readonly string[];
  readonly languages: readonly SourceLanguage[];
  /** What it checks, why it matters, how to fix: Markdown, own words. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly Link[];
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
  /**
   * The kinds of API without which the rule cannot find anything; their trigger words become the rule's. A rule that
   * needs none gives `triggers` itself: words, or lists of words of which all must be there.
   */
  readonly needs?: readonly NeededKind[];
  readonly triggers?: (
    catalog: CoreCatalog,
    language: SourceLanguage,
  ) => readonly (RuleTrigger | readonly RuleTrigger[])[];
  /**
   * Of programs, the rule looks into the commands they give to a shell: words one of which stands in every command that
   * something can be found in. Starting a program is not enough to be looked at then.
   */
  readonly commandWords?: readonly string[];
  /** The rule follows what an outsider wrote: a program without anything that an outsider fills has nothing for it. */
  readonly wantsSource?: true;
  /** Of programs, the rule looks at those at these paths alone, whatever they hold: they need no triggers. */
  readonly programPaths?: RegExp;
  readonly on: RuleListeners;
}

/** A word that stands anywhere in a text, or one that stands there in a certain way. */
export type RuleTrigger = string | TriggerWord;

export interface RuleExample {
  readonly title: string;
  readonly code: string;
  /** Where a counter-example was seen, when it comes from real code (repository and file, not the code itself). */
  readonly seen?: string;
  /** Number of findings a bad example gives; 1 when left out. */
  readonly findings?: number;
  /** Package versions the example is read with. */
  readonly versions?: Readonly<Record<string, string>>;
  /** The path the example is read as, which says what it is; `src/app.py` when left out. */
  readonly file?: string;
  /** The project file it is read with, for a rule about what a project wants. */
  readonly policy?: string;
  /** When the example is a notebook's output rather than source. */
  readonly output?: boolean;
}

/** A kind of API, or a part of one: rules about commands have no use for sinks that open files. */
export type NeededKind =
  ApiKind | `execution-sink:${ApiOf<'execution-sink'>['sink']}` | `risky-call:${string}`;

/** What a rule registers for; the engine calls it during its one walk. */
export interface RuleListeners {
  /** Calls that an API of this kind describes. */
  readonly api?: { readonly [K in ApiKind]?: (call: Call, api: ApiOf<K>, context: RuleContext) => void };
  /** Each assignment. One to what API knowledge describes comes to the listeners of that API. */
  readonly assignment?: (assignment: Assignment, context: RuleContext) => void;
  readonly string?: (literal: StringExpression, context: RuleContext) => void;
  /** Each function and method, whatever it is decorated with. */
  readonly function?: (definition: FunctionDefinition, context: RuleContext) => void;
  /** The text of a document in any language, once. Offsets are those of `model.text`. */
  readonly text?: (text: string, context: RuleContext) => void;
  /** Text in the output of a notebook cell. */
  readonly output?: (output: CellOutput, context: RuleContext) => void;
  /** What a document holds besides code, wherever it stands: a command in a script, a Dockerfile, a workflow or a notebook. */
  readonly command?: (command: ShellCommand, context: RuleContext) => void;
  readonly package?: (request: PackageRequest, context: RuleContext) => void;
  readonly packageOption?: (option: PackageOption, context: RuleContext) => void;
  readonly image?: (image: ImageReference, context: RuleContext) => void;
  readonly instruction?: (instruction: DockerInstruction, context: RuleContext) => void;
  /** The root of a configuration file; `context.role` says whose. A JSON or YAML file without a role holds anything. */
  readonly data?: (root: DataNode, context: RuleContext) => void;
  readonly prose?: (prose: Prose, context: RuleContext) => void;
  /** Every call, after the walk. */
  readonly call?: (call: Call, context: RuleContext) => void;
  /** Once per document, after the walk. A document for which such a rule is on is looked at whole at every key press. */
  readonly document?: (context: RuleContext) => void;
}

/** One text output of a notebook cell. */
export interface CellOutput {
  /** Index in the notebook, counting all cells. */
  readonly cell: number;
  readonly text: string;
  /** The cell's source in the joined program. */
  readonly source: TextRange;
}

/** What a rule may ask, and where it reports. */
export interface RuleContext {
  readonly model: SourceModel;
  readonly apis: ApiIndex;
  readonly catalog: CoreCatalog;
  readonly content: DocumentContent;
  /** What the file is for, where its name tells. */
  readonly role: DocumentRole | undefined;
  /** Workspace-relative path with `/`, or a display name. */
  readonly path: string;
  readonly packages: PackageVersions;
  report(report: Report): void;
}

/** A finding as a rule reports it; the engine adds rule id and effective severity. */
export interface Report extends Partial<Pick<Finding, 'path' | 'fixes' | 'output'>> {
  readonly at: Expression | Finding['range'];
  readonly message: string;
  readonly subject: string;
  readonly confidence?: Confidence;
  /** Only where the rule's own severity does not fit this case. */
  readonly severity?: Severity;
}
