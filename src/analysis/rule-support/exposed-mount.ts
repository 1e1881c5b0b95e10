/** The root of a disk, or the whole home of a user. */
export function isEverything(path: string): boolean {
  const plain = path.replace(/(?<=.)[/\\]\*{0,2}$/u, '').replace(/^file:\/\//u, '');
  return (
    /^(?:\/|~|\$HOME|\$\{(?:env:)?HOME\}|\$\{(?:env:)?USERPROFILE\}|\$\{(?:userHome|localEnv:HOME|localEnv:USERPROFILE)\}|%USERPROFILE%|[A-Z]:[\\/]{0,2}|\/(?:home|Users|root)(?:\/[\w.<>{}$-]+)?|[A-Z]:[\\/]{1,2}Users(?:[\\/]{1,2}[\w.-]+)?)$/iu.test(
      plain,
    ) || path === '/'
  );
}

const KEY_FOLDERS =
  /\/\.(?:ssh|aws|kube|gnupg|azure|docker|config\/gcloud|netrc|npmrc|git-credentials)(?:\/|$)/u;

/** What a mount of the host gives away, as the rest of a sentence; undefined for a mount that does not stand out. */
export function exposedMount(mount: string): string | undefined {
  const named = /(?:^|,)(?:source|src)=([^,]+)/u.exec(mount)?.[1];
  const source = named ?? /^((?:[A-Z]:)?[^:]*(?:\$\{[^}]*\}[^:]*)*)/iu.exec(mount)?.[1] ?? mount;
  const folder = source.trim();
  if (/docker\.sock$|containerd\.sock$|podman\.sock$|docker_engine$/u.test(folder))
    return 'may command the container daemon, and so the host';
  if (KEY_FOLDERS.test(`${folder}/`)) return `gets the keys in \`${folder}\``;
  if (isEverything(folder)) return `gets \`${folder}\` of the host`;
  return /^\/(?:etc|proc|sys|dev|var\/run|boot)$/u.test(folder)
    ? `gets \`${folder}\` of the host`
    : undefined;
}
