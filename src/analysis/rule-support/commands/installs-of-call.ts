import type { ApiOf } from '../../../catalog/schema/api';
import type { PackageOption, PackageRequest } from '../../../source/content/package-request';
import type { Call } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { contentOfCall } from './shell-call';

/** What a command that a program runs asks an installer for. */
interface Installs {
  readonly packages: readonly PackageRequest[];
  readonly packageOptions: readonly PackageOption[];
}

/** The packages and options of installers in a command that a program runs, each placed where the call stands. */
export function installsOfCall(call: Call, api: ApiOf<'execution-sink'>, model: SourceModel): Installs {
  const { packages = [], packageOptions = [] } = contentOfCall(call, api, model);
  const { range } = call;
  return {
    packages: packages.map((one) => ({ ...one, range, nameRange: range })),
    packageOptions: packageOptions.map((one) => ({ ...one, range })),
  };
}
