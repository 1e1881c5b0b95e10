import * as v from 'valibot';
import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';

const MAX_SIZE = 256 * 1024;
const text = v.optional(v.string());
/** https://github.com/pytorch/serve/blob/master/model-archiver/README.md: what the archiver writes. */
const manifestSchema = v.object({
  runtime: text,
  model: v.object({
    modelName: text,
    modelVersion: v.optional(v.union([v.string(), v.number()])),
    serializedFile: text,
    modelFile: text,
    handler: text,
    extraFiles: text,
    requirementsFile: text,
  }),
});

/** Reads what a TorchServe archive says about itself: which file is the model, and what handles requests. */
export const marManifestReader: FormatReader = {
  recognises({ place }: Candidate): boolean {
    return place.archive === 'mar' && /(?:^|\/)MAR-INF\/MANIFEST\.json$/u.test(place.name);
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const manifest = parse(new TextDecoder().decode(source.read(0, MAX_SIZE)));
    if (!manifest) {
      inspector.tell('suspicious', 'format', 'The manifest is none that TorchServe reads.', place.where);
      return undefined;
    }
    const { model, runtime } = manifest;
    for (const [name, value] of Object.entries({ ...model, runtime })) {
      if (value !== undefined)
        inspector.facts.addProperty({ name, value: String(value), where: place.where });
    }
    if (model.requirementsFile !== undefined) {
      inspector.tell(
        'safe',
        'code',
        `A server may be set up to install the packages of ${model.requirementsFile} when it loads the model.`,
        place.where,
      );
    }
    return 'mar';
  },
};

function parse(json: string): v.InferOutput<typeof manifestSchema> | undefined {
  try {
    const result = v.safeParse(manifestSchema, JSON.parse(json));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
