import { member, stringOf, type JsonValue } from '../../json/json-value';
import { FRAMEWORKS } from '../targets/known-frameworks';
import type { ConfigTeller } from './config-findings';

/** Modules of Diffusers itself that its pipelines give as the library of a component. */
const OWN =
  /^(?:stable_diffusion\w*|deepfloyd_if|paint_by_example|stable_cascade|kandinsky\w*|shap_e|wuerstchen|unidiffuser|audioldm2?|musicldm|latent_diffusion|latte|ltx|wan|flux|pipelines?|schedulers?|modeling_\w+|unclip|vq_diffusion|versatile_diffusion|blip_diffusion|hidream_image|k_diffusion|invisible_watermark|hunyuan\w*|cosmos|null)$/u;

/** Looks at `model_index.json` of Diffusers: which library the pipeline and each component come from. */
export function findInPipeline(root: JsonValue, { tell }: ConfigTeller): void {
  const className = member(root, '_class_name');
  if (root.kind !== 'object' || className === undefined) return;
  if (className.kind === 'array') {
    const [file, name] = className.items.map(stringOf);
    tell(
      'suspicious',
      'code',
      `The pipeline "${name ?? ''}" is code of the repository, which runs when it is loaded.`,
      className.at,
      file,
    );
  }
  for (const { key, value, at } of root.entries) {
    if (key.startsWith('_') || value.kind !== 'array' || value.items.length !== 2) continue;
    const [library, name] = value.items.map(stringOf);
    if (library === undefined || name === undefined) continue;
    const [package_ = ''] = library.split('.');
    if (FRAMEWORKS.has(package_) || OWN.test(package_)) continue;
    tell(
      'suspicious',
      'code',
      `The component "${key.slice(0, 60)}" comes from "${library.slice(0, 60)}", a library that is not known here or code of the repository.`,
      at,
      `${library}.${name}`,
    );
  }
}
