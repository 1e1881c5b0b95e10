import { drawingStyle } from '../../../diagram/static/drawing-style';
import { PALETTES, type Theme } from '../../../diagram/static/palette';
import { DARK_READER } from './reader-theme';

/** The style sheet of the page; without a theme it follows the reader's system. On paper it is always light. */
export function pageStyle(theme: Theme | undefined): string {
  const base = colors(theme ?? 'light') + LAYOUT;
  const dark = theme === undefined ? `${DARK_READER}{${colors('dark')}}` : '';
  return `${base}${dark}@media print{${colors('light')}${PRINT}}`;
}

function colors(theme: Theme): string {
  const { background, foreground, quiet, line, tones } = PALETTES[theme];
  const chosen = theme === 'light' ? '#ddf4ff' : '#16365a';
  const surface = theme === 'light' ? '#f6f8fa' : '#1e242c';
  return (
    `:root{color-scheme:${theme};--background:${background};--foreground:${foreground};--quiet:${quiet};--line:${line};` +
    `--link:${tones.info};--chosen:${chosen};--surface:${surface};--good:${tones.good};--partly:${tones.partly}}` +
    drawingStyle(theme)
  );
}

const LAYOUT = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:1280px;padding:24px;background:var(--background);color:var(--foreground);
 font:15px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
article ol>li{margin:8px 0}
h1{font-size:28px;margin:0 0 4px}h2{font-size:22px;margin:48px 0 12px;border-bottom:1px solid var(--line);padding-bottom:4px}
h3{font-size:17px;margin:28px 0 4px}h4{font-size:13px;margin:12px 0 2px;color:var(--quiet)}
a{color:var(--link)}p{margin:4px 0 8px}ul,ol{margin:4px 0;padding-left:20px}
.quiet,.links{color:var(--quiet)}.links{font-size:13px}.note{margin:2px 0;font-size:14px}
nav ol{columns:3 240px;padding-left:24px}
.status{font-size:11px;font-weight:400;color:var(--quiet);border:1px solid var(--line);border-radius:9px;padding:1px 7px;vertical-align:2px}
.status-verified{color:var(--good);border-color:var(--good)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:0 28px;font-size:14px}
.scroll{overflow-x:auto;margin:16px 0 28px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.45}
caption{text-align:start;font-size:16px;font-weight:600;padding:4px 0 8px}
th,td{border:1px solid var(--line);padding:5px 8px;text-align:start;vertical-align:top}
thead th{background:var(--surface)}tbody th{font-weight:600;min-width:130px}
td ul{padding-left:15px;margin:0}
pre{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:8px 12px;overflow-x:auto;font-size:12.5px;line-height:1.45}
.tabs{margin:12px 0}.tab{position:absolute;opacity:0;pointer-events:none}
.tab-names>div{margin:0 0 6px;display:grid;grid-template-columns:150px 1fr;font-size:13px}
.tab-names p{margin:0;display:flex;flex-wrap:wrap;gap:4px 6px}
@media (max-width:640px){.tab-names>div{grid-template-columns:1fr}}
.tab-names label{border:1px solid var(--line);border-radius:12px;padding:1px 10px;cursor:pointer}
.tab-names label:hover{border-color:var(--link)}
.sheet{display:none;margin:12px 0 0}.sheet svg{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:8px}
figcaption{font-size:13px;color:var(--quiet);margin-top:8px}figcaption ul{columns:2 420px}
`;

const PRINT = `
@page{margin:14mm}
body{max-width:none;padding:0;font-size:10.5pt}
.tab,.tab-names{display:none}
.sheet{display:block;break-inside:avoid;margin:0 0 8mm}
h2{break-before:page}h3,caption{break-after:avoid}tr,article pre{break-inside:avoid}
.scroll{overflow:visible}pre{white-space:pre-wrap}
a{color:inherit;text-decoration:none}
`;
