import { CliError } from './cli-error';

/**
 * Now, or the time that https://reproducible-builds.org/specs/source-date-epoch/ gives.
 *
 * @throws CliError when the variable is set and is no such time
 */
export function sourceDate({ SOURCE_DATE_EPOCH: given }: NodeJS.ProcessEnv): Date {
  if (given === undefined || given === '') return new Date();
  const time = new Date(Number(given) * 1000);
  if (!/^\d+$/u.test(given) || Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999) {
    throw new CliError(`SOURCE_DATE_EPOCH is "${given}"; seconds since 1970 are expected`);
  }
  return time;
}
