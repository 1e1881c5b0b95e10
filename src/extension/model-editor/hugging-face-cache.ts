/**
 * The folder of Hugging Face's cache, by the rules of `huggingface_hub`: HF_HUB_CACHE (HUGGINGFACE_HUB_CACHE before), HF_HOME,
 * XDG_CACHE_HOME, the home folder.
 * https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables
 */
export function cacheFolder(
  variables: Readonly<Record<string, string | undefined>>,
  home: string,
  join: (...parts: string[]) => string,
): string {
  const set = (name: string): string | undefined => {
    const value = variables[name];
    if (value === undefined || value === '') return undefined;
    return /^~(?=[\\/]|$)/u.test(value) ? join(home, value.slice(1)) : value;
  };
  const direct = set('HF_HUB_CACHE') ?? set('HUGGINGFACE_HUB_CACHE');
  if (direct !== undefined) return direct;
  const caches = set('XDG_CACHE_HOME') ?? join(home, '.cache');
  return join(set('HF_HOME') ?? join(caches, 'huggingface'), 'hub');
}
