import type { ModelFacts, ModelProperty, ModelText, TensorFact } from './model-facts';

const MAX_PROPERTIES = 2000;
const MAX_VALUE = 2000;
const MAX_TENSORS = 20_000;
const MAX_TEXTS = 100;
const MAX_TEXT = 64 * 1024;

/** Collects what a file says about itself, as much of it as a person may want to see. */
export class FactCollector {
  readonly #properties: ModelProperty[] = [];
  readonly #tensors: TensorFact[] = [];
  readonly #texts: ModelText[] = [];
  #moreProperties = 0;
  #moreTensors = 0;
  #parameters = 0;

  addProperty(property: ModelProperty): void {
    if (this.#properties.length >= MAX_PROPERTIES) this.#moreProperties++;
    else this.#properties.push({ ...property, value: shortened(property.value, MAX_VALUE) });
  }

  addTensor(tensor: TensorFact): void {
    this.#parameters += tensor.shape.reduce((product, length) => product * length, 1);
    if (this.#tensors.length >= MAX_TENSORS) this.#moreTensors++;
    else this.#tensors.push(tensor);
  }

  addText(text: ModelText): void {
    if (this.#texts.length < MAX_TEXTS) this.#texts.push({ ...text, text: shortened(text.text, MAX_TEXT) });
  }

  result(): ModelFacts {
    return {
      properties: this.#properties,
      moreProperties: this.#moreProperties,
      tensors: this.#tensors,
      moreTensors: this.#moreTensors,
      parameters: this.#parameters,
      texts: this.#texts,
    };
  }
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
