import type { PickleRecorder } from './pickle-recorder';

/** Checks the frames of protocols 4 and 5. Loaders disagree about frames that do not fit, so what they run may differ. */
export class Frames {
  #end = 0;
  #problem: { readonly message: string; readonly offset: number } | undefined;

  /** @param offset of the opcode; @param start of the frame's content */
  open(offset: number, start: number, length: number, size: number): void {
    if (offset < this.#end)
      this.#tell('A frame begins within another one, where loaders disagree about what comes next.', offset);
    if (start + length > size) this.#tell(`A frame claims ${length} bytes, more than the file has.`, offset);
    this.#end = start + length;
  }

  tell(recorder: PickleRecorder, end: number): void {
    if (this.#problem) recorder.find({ verdict: 'suspicious', rule: 'frames', ...this.#problem });
    else if (this.#end > end) {
      recorder.find({
        verdict: 'suspicious',
        rule: 'frames',
        message: 'The pickle ends before its last frame does.',
        offset: end,
      });
    }
  }

  #tell(message: string, offset: number): void {
    this.#problem ??= { message, offset };
  }
}
