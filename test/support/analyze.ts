import { builtInCatalog } from '../../src/catalog/built-in';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/analysis/configuration/configuration';
import type { DocumentAnalysis } from '../../src/analysis/document-analysis';
import { Engine } from '../../src/analysis/engine';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { documentKind } from '../../src/source/document-kind';
import { parseSource } from '../../src/source/front-ends';
import { statedVersions } from './stated-versions';

/** How a piece of code is analysed in a test; everything has a default. */
export interface AnalyzeOptions {
  readonly path?: string;
  /** Lowest versions as a requirements file would state them. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly configuration?: Partial<Configuration>;
  /** Texts in the output of the (only) cell. */
  readonly outputs?: readonly string[];
}

const engines = new Map<string, Engine>();

/** An engine with the built-in catalog and all rules. */
export function testEngine(configuration: Partial<Configuration> = {}): Engine {
  const whole = { ...DEFAULT_CONFIGURATION, ...configuration };
  const key = JSON.stringify({ ...whole, rules: [...whole.rules] });
  const engine = engines.get(key) ?? new Engine(builtInCatalog(), RULES, whole);
  engines.set(key, engine);
  return engine;
}

/** Analyses Python with every rule on, unless the options configure it otherwise. */
export function analyzePython(code: string, options: AnalyzeOptions = {}): DocumentAnalysis {
  return analyzeText(code, options);
}

/** Analyses a text as what its path says it is: Python when there is none. */
export function analyzeText(code: string, options: AnalyzeOptions = {}): DocumentAnalysis {
  const path = options.path ?? 'src/app.py';
  const kind = documentKind(path) ?? { language: 'python', role: undefined };
  const { model, content } = parseSource(code, kind);
  const source = { start: 0, end: code.length };
  return testEngine(options.configuration ?? { preset: 'all' }).analyze({
    model,
    content,
    role: kind.role,
    path,
    packages: statedVersions(options.versions),
    outputs: (options.outputs ?? []).map((text) => ({ cell: 0, text, source })),
  });
}
