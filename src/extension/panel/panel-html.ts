/** Addresses as the webview sees them, and the source its resources come from. */
export interface PanelHtmlInput {
  readonly script: string;
  readonly style: string;
  /** Source expression of the webview's own resources. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly title: string;
}

/**
 * The page of the lifecycle panel. It may run the one script and load the one style sheet that ship with the extension;
 * connections, frames, forms, inline code and images of any other origin are refused. `blob:` is the page's own drawing on
 * its way to a PNG.
 */
export function panelHtml({ script, style, cspSource, nonce, title }: PanelHtmlInput): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource} blob:`,
    `font-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="stylesheet" nonce="${escapeAttribute(nonce)}" href="${escapeAttribute(style)}">
</head>
<body>
<div id="root"></div>
<script type="module" nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`;
}

/** A nonce of 128 random bits, in letters that need no escaping. */
export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function escapeAttribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
