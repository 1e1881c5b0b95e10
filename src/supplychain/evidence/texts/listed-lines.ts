import type { LocatedObservation } from '../../facts/located-facts';
import { onLine, type EvidenceText } from './placed-text';

/** Files of single lines, and the line that is evidence. Comments and empty lines are no lines. */
interface LineSign {
  readonly evidence: string;
  readonly path: RegExp;
  readonly line: RegExp;
  /** A later line that takes it back. */
  readonly undone?: RegExp;
  readonly detail: string;
  readonly comment: RegExp;
}

const DATA =
  /(?:^|\/)(?:data|datasets?)\/|\.(?:csv|tsv|parquet|jsonl|arrow|feather|npz|npy|tfrecord|h5|hdf5|zip|tar|gz|db|sqlite3?)(?:\s|$)/iu;

const FILES: readonly LineSign[] = [
  {
    evidence: 'EV-CODEOWNERS',
    path: /^(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/u,
    line: /^\s*\S+\s+(?:@[\w-]+(?:\/[\w-]+)*|\S+@\S+\.\S+)/u,
    detail: 'owners of files',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-GITIGNORE-SECRETS',
    path: /^\.gitignore$/u,
    line: /^(?:\*\*\/|\/)?(?:\.env|\*\.env|\.env\*|\.env\.\*|\.env\*\.local)\/?\s*$/u,
    undone: /^!(?:\*\*\/|\/)?\.env\s*$/u,
    detail: '`.env` is ignored',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-DATAVERSION',
    path: /(?:^|\/)\.gitattributes$/u,
    line: new RegExp(String.raw`^(?=\S*(?:${DATA.source})).*\bfilter=lfs\b`, 'iu'),
    detail: 'data is kept by Git LFS',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-DATAVERSION',
    path: /(?:^|\/)[^/]+\.dvc$|(?:^|\/)dvc\.lock$/u,
    line: /^\s*-?\s*(?:md5|hash|etag):\s*\S+/u,
    detail: 'data is kept by DVC',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-DATAVERSION',
    path: /(?:^|\/)\.dvc\/config$/u,
    line: /^\s*\[['"]?remote\b/u,
    detail: 'a place for data of DVC',
    comment: /^\s*[#;]/u,
  },
  {
    evidence: 'EV-INVENTORY',
    path: /(?:^|\/)MLmodel$/u,
    line: /^flavors:/u,
    detail: 'a model as MLflow notes it',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-REPRO',
    path: /(?:^|\/)MLproject$/u,
    line: /^entry_points:/u,
    detail: 'entry points of MLflow',
    comment: /^\s*#/u,
  },
  {
    evidence: 'EV-POLICY-AS-CODE',
    path: /(?<!_test)\.rego$/u,
    line: /^\s*(?:default\s+)?(?:deny|allow|violation|warn)\b/u,
    detail: 'a policy in Rego',
    comment: /^\s*#/u,
  },
];

export function isOfLines(path: string): boolean {
  return FILES.some((file) => file.path.test(path));
}

export function lineEvidence(file: EvidenceText): readonly LocatedObservation[] {
  return FILES.filter(({ path }) => path.test(file.path)).flatMap(
    ({ evidence, detail, line, undone, comment }) => {
      let offset = 0;
      let found: LocatedObservation | undefined;
      for (const text of file.text.split('\n')) {
        if (!comment.test(text)) {
          if (undone?.test(text)) found = undefined;
          else if (line.test(text.trimEnd())) found ??= onLine(evidence, detail, file, offset);
        }
        offset += text.length + 1;
      }
      return found ? [found] : [];
    },
  );
}
