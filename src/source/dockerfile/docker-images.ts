import type { DockerInstruction } from '../content/docker-instruction';
import type { ImageReference } from '../content/image-reference';
import { rangeAt, type TextPlace } from '../content/text-place';
import type { TextRange } from '../range';
import { imageReference } from '../packages/image-reference';

const VARIABLE = /\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/gu;

/** Follows the build stages of a Dockerfile, and tells images from stages. */
export class DockerImages {
  private readonly stages = new Set<string>();
  /** Values of `ARG`s before the first `FROM`, which alone may stand in one. */
  private readonly defaults = new Map<string, string>();
  stage = -1;

  /** The images that an instruction names. */
  read(instruction: DockerInstruction, place: TextPlace): readonly ImageReference[] {
    const { keyword, text, settings, flags } = instruction;
    if (keyword === 'ARG' && this.stage < 0) {
      for (const { name, value } of settings) if (value !== undefined) this.defaults.set(name, value);
      return [];
    }
    if (keyword === 'FROM') return this.readFrom(text, place);
    if (keyword !== 'COPY') return [];
    return flags.flatMap(({ name, value, range }) =>
      name === '--from' && value !== undefined ? this.image(value, range) : [],
    );
  }

  private readFrom(text: string, place: TextPlace): readonly ImageReference[] {
    const [, name = '', alias] = /^(\S+)(?:\s+AS\s+(\S+))?/iu.exec(text) ?? [];
    const found = name === '' ? [] : this.image(name, rangeAt(place, { start: 0, end: name.length }));
    this.stage++;
    if (alias !== undefined) this.stages.add(alias.toLowerCase());
    return found;
  }

  private image(text: string, range: TextRange): readonly ImageReference[] {
    const isStage =
      /^\d+$/u.test(text) || this.stages.has(text.toLowerCase()) || text.toLowerCase() === 'scratch';
    if (isStage) return [];
    const value = text.replace(
      VARIABLE,
      (whole: string, braced?: string, operator?: string, otherwise?: string, plain?: string) => {
        const known = this.defaults.get(braced ?? plain ?? '');
        if (operator?.endsWith('+')) return whole;
        return known ?? (operator === undefined ? whole : (otherwise ?? whole));
      },
    );
    if (this.stages.has(value.toLowerCase()) || value === 'scratch') return [];
    return [{ ...imageReference(value, range, 'dockerfile'), text: value }];
  }
}
