/** Files that hold keys, sessions or what a person typed. */
const SENSITIVE =
  /(?:^|[/~@=:"'\s<\\])(?:\.ssh(?:\/|$)|id_(?:rsa|dsa|ecdsa|ed25519)\b|\.aws(?:\/(?:credentials|config)|\/?$)|\.env(?:\.(?!example|sample|template|dist|test)[\w-]+)?(?:$|["'\s)])|\.netrc\b|\.npmrc\b|\.pypirc\b|\.git-credentials\b|\.kube\/config\b|\.docker\/config\.json|\.gnupg(?:\/|$)|\.config\/(?:gcloud|gh|op|hub)\b|\.azure\/|\.claude\/\.credentials\.json|\.claude\.json\b|\.codex\/auth\.json|\.(?:bash|zsh|python|node_repl|psql|mysql)_history\b|etc\/(?:shadow|passwd|sudoers)\b|Library\/(?:Keychains|Application Support\/(?:Google\/Chrome|Firefox))|\.password-store|\.vault-token|wallet\.dat|Cookies\b.*sqlite|login\.keychain|proc\/self\/environ|\.terraform\.d\/credentials|credentials\.json\b)/iu;

/** Whether a text names a file that holds keys, sessions or what a person typed. */
export function sensitivePath(text: string): string | undefined {
  const found = SENSITIVE.exec(text)?.[0];
  return found?.replace(/^["'\s<@=:\\/~]+|["'\s)/]+$/gu, '');
}
