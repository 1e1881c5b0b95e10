/** A file that cannot be taken for a bill of materials, in one sentence for a person. */
export class BomError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BomError';
  }
}
