import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../src/analysis/configuration/configuration';
import { Engine } from '../../src/analysis/engine';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { builtInCatalog } from '../../src/catalog/built-in';
import { FURTHER_LANGUAGES } from '../../src/source/further-languages';
import { useLanguages } from '../../src/source/front-ends';
import { sourceKind, type SourceKind } from '../../src/workspace/discovery/source-kind';
import { EditedDocument } from './edited-document';
import { editedText, randomEdit } from './random-edit';

/** Longer files say nothing more and make every edit slower. */
const LONGEST = 20_000;
const EDITS_OF_A_DOCUMENT = 10;

/**
 * Edits real files at random and takes the edits back again. After every step nothing may have thrown and no rule may have failed;
 * where the text has no syntax error, and when it is what it was in the beginning, the result from what was known before must be
 * that of a look at the whole document. (While brackets are open, more of the program behind them is known than a fresh parse
 * would tell.) `npm run fuzz -- FOLDER... [--edits 100000] [--seed 1]`.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { edits: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  useLanguages(FURTHER_LANGUAGES);
  const folders = positionals.length > 0 ? positionals : ['examples', 'src', 'docs', '.'];
  const files = folders.flatMap((folder) => readable(folder));
  const engine = new Engine(builtInCatalog(), RULES, { ...DEFAULT_CONFIGURATION, preset: 'all' });
  const counts = new Map<string, number>();
  let findings = 0;
  let compared = 0;
  // Each edit is also taken back.
  const numRuns = Math.ceil(Number(values.edits) / EDITS_OF_A_DOCUMENT / 2);
  const edits = fc.array(randomEdit, { minLength: EDITS_OF_A_DOCUMENT, maxLength: EDITS_OF_A_DOCUMENT });
  let runs = 0;
  fc.assert(
    fc.property(fc.oneof(...byLanguage(files)), edits, (file, list) => {
      const texts = [readFileSync(file.path, 'utf8')];
      for (const edit of list) texts.push(editedText(texts.at(-1) ?? '', edit));
      const document = new EditedDocument(engine, file.name, file.kind, texts[0] ?? '');
      for (const [step, text] of [...texts.slice(1), ...texts.toReversed().slice(1)].entries()) {
        const known = document.become(text);
        const failed = known.problems.find(({ kind }) => kind === 'internal');
        if (failed) throw new Error(`${file.name}: ${failed.message}`);
        const whole = document.anew();
        const isBroken = [...known.problems, ...whole.problems].some(({ kind }) => kind === 'syntax');
        const isBack = step === 2 * list.length - 1;
        if ((!isBroken || isBack) && !isDeepStrictEqual(plain(known), plain(whole))) {
          throw new Error(`${file.name}: what is known differs from a look at the whole`);
        }
        if (!isBroken || isBack) compared++;
        findings += known.findings.length;
        counts.set(file.kind.language, (counts.get(file.kind.language) ?? 0) + 1);
      }
      if (++runs % 250 === 0) console.log(`${2 * runs * EDITS_OF_A_DOCUMENT} edits`);
    }),
    { numRuns, seed: Number(values.seed), endOnFailure: false },
  );
  console.log(
    `${files.length} files, ${findings} findings seen, no failure, ${compared} results compared with a look at the whole. Edits by language:`,
  );
  for (const [language, count] of counts) console.log(`  ${language.padEnd(12)} ${count}`);
}

/** One choice for each language, so that the languages with many files leave room for the others. */
function byLanguage(files: readonly FuzzedFile[]): readonly fc.Arbitrary<FuzzedFile>[] {
  const languages = [...new Set(files.map(({ kind }) => kind.language))];
  return languages.map((language) =>
    fc.constantFrom(...files.filter(({ kind }) => kind.language === language)),
  );
}

/** What is found and said, without what only the objects differ in. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

interface FuzzedFile {
  readonly path: string;
  readonly name: string;
  readonly kind: SourceKind;
}

function readable(folder: string): readonly FuzzedFile[] {
  return readdirSync(folder, { recursive: folder !== '.', withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (!entry.isFile()) return [];
    const kind = sourceKind(name);
    if (!kind || kind.isNotebook) return [];
    return readFileSync(path).length <= LONGEST ? [{ path, name, kind }] : [];
  });
}

main();
