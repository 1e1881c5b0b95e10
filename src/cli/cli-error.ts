/** Something that keeps a command from running, told to the user in one line. Ends with exit code 2. */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}
