import type { TextRange } from '../range';

/** A package that a file asks an installer for: a line of requirements, a dependency of a manifest, an argument of `pip install`. */
export interface PackageRequest {
  readonly ecosystem: 'pypi' | 'npm' | 'conda' | 'debian' | 'alpine' | 'cargo' | 'other';
  /** As the registry spells it; undefined for a plain address or path. */
  readonly name: string | undefined;
  /** As written: `==2.1`, `>=2,<3`, `^1.2`, `latest`; empty when any version will do. */
  readonly specifier: string;
  /** The exact version when only one will do. */
  readonly version: string | undefined;
  /** Where it comes from instead of the registry. */
  readonly source:
    | {
        readonly kind: 'git' | 'url' | 'path';
        readonly address: string;
        readonly revision: string | undefined;
      }
    | undefined;
  /** Whether a content hash is given with it (`--hash=sha256:...`, a lock file's integrity). */
  readonly hashed: boolean;
  /** Where it is asked for: a list of requirements, a manifest with ranges, a lock file, a command line, a tool runner (`npx`, `uvx`). */
  readonly from: 'requirements' | 'manifest' | 'lock' | 'command' | 'runner';
  readonly range: TextRange;
  readonly nameRange: TextRange;
}

/** An option of a package list or installer that says where packages come from: `--extra-index-url`, `--trusted-host`. */
export interface PackageOption {
  readonly name: string;
  readonly value: string | undefined;
  readonly range: TextRange;
}
