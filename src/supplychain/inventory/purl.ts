import type { Sighting } from './sighting';

/**
 * The package URL of a part, where there is a type for it (https://github.com/package-url/purl-spec, `types-doc/`): packages, models of
 * Hugging Face and MLflow, images. A version that is a range is left out.
 */
export function packageUrl({
  kind,
  name,
  origin,
  version,
}: Pick<Sighting, 'kind' | 'name' | 'origin' | 'version'>): string | undefined {
  switch (origin) {
    case 'pypi':
    case 'npm':
    case 'conda':
      return `pkg:${origin}/${path(name)}${at(isExact(version) ? version : undefined)}`;
    case 'hf-inference':
      return /^[\w.-]+\/[\w.-]+$/u.test(name) ? `pkg:huggingface/${path(name)}` : undefined;
    case 'huggingface':
      return kind === 'dataset' ? undefined : `pkg:huggingface/${path(name)}${at(version)}`;
    case 'mlflow':
      return `pkg:mlflow/${path(name)}${at(version)}`;
    case 'oci':
      return ofImage(name, version);
    default:
      return undefined;
  }
}

function isExact(version: string | undefined): boolean {
  return version !== undefined && /^v?\d[\w.+!-]*$/u.test(version);
}

/** With a digest it is an artifact of a registry, with a tag a name that Docker knows. */
function ofImage(name: string, version: string | undefined): string {
  const [first = '', ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/u.test(first);
  const repository = hasRegistry ? rest.join('/') : name;
  const registry = hasRegistry ? first : undefined;
  if (version?.startsWith('sha256:') === true) {
    const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    const url = registry === undefined ? `docker.io/${repository}` : name;
    return `pkg:oci/${path(last)}${at(version)}?repository_url=${encodeURIComponent(url).replaceAll('%2F', '/')}`;
  }
  const where = registry === undefined ? '' : `?repository_url=${encodeURIComponent(registry)}`;
  return `pkg:docker/${path(repository)}${at(version)}${where}`;
}

function at(version: string | undefined): string {
  return version === undefined ? '' : `@${encodeURIComponent(version)}`;
}

function path(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
