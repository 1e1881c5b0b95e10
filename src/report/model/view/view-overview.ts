import { FORMATS } from '../../../models/formats';
import type { Inspection } from '../../../models/inspection';
import type { ModelProperty } from '../../../models/facts/model-facts';
import { sizeText } from '../../size-text';
import type { ViewFact } from './model-view';

/** Properties that belong to the first things somebody wants to know, by the names that formats give them. */
const NAMED: readonly { readonly label: string; readonly name: RegExp }[] = [
  { label: 'Model', name: /^(?:general\.name|model[_ ]?name|modelName)$/iu },
  { label: 'Architecture', name: /^(?:general\.architecture|architectures?|model_type|class_name)$/iu },
  {
    label: 'Framework',
    name: /^(?:framework|producer(?:_name|Name)?|producer|library_name|TensorFlow|keras_version|skops version)$/iu,
  },
  { label: 'Licence', name: /^(?:general\.)?licen[cs]e(?:\.name)?$/iu },
  {
    label: 'Base model',
    name: /^(?:base_model(?:_name_or_path)?|_name_or_path|general\.base_model\.0\.name)$/iu,
  },
  { label: 'Author', name: /^(?:general\.author|author)$/iu },
];

/** The first things to know of a file. */
export function overviewOf(inspection: Inspection): ViewFact[] {
  const { format, size, facts, pickles, weightsOnly } = inspection;
  const rebuilt = pickles.reduce((sum, { tensors }) => sum + tensors, 0);
  const tensors = facts.tensors.length + facts.moreTensors || rebuilt;
  return [
    { label: 'Format', value: FORMATS[format] },
    {
      label: 'Size',
      value: `${sizeText(size)}${size < 1000 ? '' : ` (${size.toLocaleString('en-US')} bytes)`}`,
    },
    ...NAMED.flatMap(({ label, name }) => namedFact(label, name, facts.properties)),
    ...(facts.parameters > 0 ? [{ label: 'Parameters', value: parametersText(facts.parameters) }] : []),
    ...(tensors > 0 ? [{ label: 'Tensors', value: tensors.toLocaleString('en-US') }] : []),
    ...(pickles.length > 0 ? [{ label: 'Pickles', value: String(pickles.length) }] : []),
    ...(weightsOnly === undefined
      ? []
      : [{ label: 'weights_only=True', value: weightsOnlyText(weightsOnly) }]),
  ];
}

function namedFact(label: string, name: RegExp, properties: readonly ModelProperty[]): ViewFact[] {
  const found = properties.find((property) => name.test(property.name) && property.value !== '');
  return found ? [{ label, value: found.value }] : [];
}

/** CVE-2025-32434 and CVE-2026-24747 are ways around it. */
function weightsOnlyText(loads: boolean): string {
  return loads
    ? 'Loads. Use a current PyTorch: the check has had ways around it (CVE-2025-32434 before 2.6, CVE-2026-24747 later).'
    : 'Does not load: torch.load refuses it unless weights_only=False.';
}

function parametersText(count: number): string {
  const exact = count.toLocaleString('en-US');
  if (count < 1e6) return exact;
  const [unit, name] = count < 1e9 ? [1e6, 'million'] : [1e9, 'billion'];
  return `${(count / unit).toFixed(1)} ${name} (${exact})`;
}
