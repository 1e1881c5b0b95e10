import type { FromPanel, ToPanel } from '../../protocol/panel';

const PATIENCE_MS = 20_000;
/** Two pixels for each of the drawing, so that it is sharp in slides. */
const SCALE = 2;

/** Has the panel draw an SVG text as a PNG: only a page can. One at a time; a new one ends the one before. */
export class PanelPicture {
  private end: ((answer: Extract<FromPanel, { type: 'picture' }>) => void) | undefined;

  /**
   * The picture as bytes of a PNG.
   *
   * @throws Error when the panel cannot draw it or does not answer
   */
  async draw(svg: string, post: (message: ToPanel) => void): Promise<Uint8Array> {
    this.receive({ type: 'picture', problem: 'Another picture was asked for.' });
    const { png, problem } = await new Promise<Extract<FromPanel, { type: 'picture' }>>((resolve) => {
      const timer = setTimeout(
        () => this.receive({ type: 'picture', problem: 'The panel did not answer.' }),
        PATIENCE_MS,
      );
      this.end = (answer) => {
        clearTimeout(timer);
        this.end = undefined;
        resolve(answer);
      };
      post({ type: 'draw', svg, scale: SCALE });
    });
    if (png === undefined) throw new Error(problem ?? 'The panel could not draw the picture.');
    return Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  }

  /** The panel's answer; nothing when no picture is waited for. */
  receive(answer: Extract<FromPanel, { type: 'picture' }>): void {
    this.end?.(answer);
  }
}
