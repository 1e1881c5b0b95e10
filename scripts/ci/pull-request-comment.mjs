/** By this the comment of an earlier run is found again. Invisible to readers. */
const MARK = '<!-- mlsecops-lens -->';
/** Pages of comments that are looked through. */
const MAX_PAGES = 10;
const PAGE = 100;

/**
 * Writes a summary as a comment of a pull request, in place of that of an earlier run.
 *
 * @throws Error when the service does not take it
 */
export async function comment(text, { number, token, api = 'https://api.github.com', repository }) {
  if (!/^[\w.-]+\/[\w.-]+$/u.test(repository ?? '')) throw new Error('the repository is not known');
  const comments = `${api}/repos/${repository}/issues`;
  const ask = (url, method, body) => request(url, { method, token, body });
  const mine = await earlier((page) =>
    ask(`${comments}/${number}/comments?per_page=${PAGE}&page=${page}`, 'GET'),
  );
  const body = { body: `${MARK}\n${text}` };
  if (mine === undefined) await ask(`${comments}/${number}/comments`, 'POST', body);
  else await ask(`${comments}/comments/${mine}`, 'PATCH', body);
}

async function earlier(pageOf) {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const list = await pageOf(page);
    if (!Array.isArray(list)) return undefined;
    // Anybody can write the mark; only what a bot has written is ours to change.
    const found = list.find(({ body, user }) => body?.startsWith(MARK) && user?.type === 'Bot');
    if (found && Number.isInteger(found.id)) return found.id;
    if (list.length < PAGE) return undefined;
  }
  return undefined;
}

async function request(url, { method, token, body }) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token ?? ''}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} was answered with ${response.status}`);
  return response.json();
}
