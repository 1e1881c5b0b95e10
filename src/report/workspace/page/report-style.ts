import { pageStyle } from '../../lifecycle/page/page-style';
import { DARK_READER } from '../../lifecycle/page/reader-theme';
import { PALETTES, type Theme } from '../../../diagram/static/palette';

/** The style sheet of the report: that of the lifecycle page, which follows the reader's system, and what the report has besides. */
export function reportStyle(): string {
  const dark = `${DARK_READER}{${severities('dark')}}`;
  return `${pageStyle(undefined)}${severities('light')}${LAYOUT}${dark}@media print{${severities('light')}${PRINT}}`;
}

function severities(theme: Theme): string {
  const { bad, partly, info } = PALETTES[theme].tones;
  return `:root{--error:${bad};--warning:${partly};--information:${info}}`;
}

const LAYOUT = `
.eyebrow{color:var(--quiet);font-size:13px;margin:0}
h1{overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:20px 0}
.tiles>div{display:flex;flex-direction:column-reverse;border:1px solid var(--line);border-radius:8px;padding:10px 14px;background:var(--surface)}
.tiles dt{color:var(--quiet);font-size:13px}.tiles dd{margin:0;font-size:26px;font-weight:600;line-height:1.2}
.notice{border-inline-start:4px solid var(--warning);padding:4px 12px;background:var(--surface)}
.next{border:1px solid var(--line);border-radius:8px;padding:4px 18px 10px}
.next h2{font-size:16px;margin:8px 0 4px;border:none;padding:0}
nav ol{columns:3 200px}
figure{margin:12px 0}figure svg{display:block;width:100%;height:auto}
.narrow{display:none}
@media print,(min-width:641px){.cards table{table-layout:fixed}.cards th:nth-child(1){width:19%}.cards th:nth-child(2),.cards th:nth-child(5),.cards th:nth-child(6){width:10%}
.cards th:nth-child(3),.cards th:nth-child(4){width:18.5%}.cards td{min-width:0}}
@media screen and (max-width:640px){.narrow{display:block}.wide{display:none}body{padding:16px}tbody th{min-width:0}
.cards thead{display:none}.cards table,.cards tbody,.cards tr,.cards th,.cards td{display:block;max-width:none}
.cards tr{border:1px solid var(--line);border-radius:8px;margin:0 0 10px}.cards th,.cards td{border:none}
.cards td::before{content:attr(data-head);display:block;font-size:11px;color:var(--quiet)}}
.lineage-figure svg{width:auto;max-width:none;margin:0}
details{border-top:1px solid var(--line);padding:8px 0}
details:last-of-type{border-bottom:1px solid var(--line)}
summary{cursor:pointer;overflow-wrap:anywhere}summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
details>:not(summary){margin-inline-start:18px}
details caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.place,.use{color:var(--quiet)}.use{display:block}.break,td,li,tbody th{overflow-wrap:anywhere}
tbody th{max-width:340px}h2+details,h3+details{border-top:none}
.reason,.alert{display:block;font-size:12px;font-weight:400}.reason{color:var(--quiet)}.alert{color:var(--warning)}
.severity-error{color:var(--error)}.severity-warning{color:var(--warning)}.severity-info{color:var(--information)}
.asks{list-style:none;padding-left:0}.asks>li{margin:4px 0}.sign{display:inline-block;width:1.2em;text-align:center;font-weight:600}
.dots{letter-spacing:2px}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:8px}
`;

/** Folded parts are open on paper, and nothing that belongs together is cut. */
const PRINT = `
@page{size:A4;margin:14mm}
h1{font-size:20pt}h2{break-before:auto;break-after:avoid;margin-top:10mm}h3{break-after:avoid}
details::details-content{content-visibility:visible;display:block}
summary{list-style:none;break-after:avoid}summary::-webkit-details-marker{display:none}
figure,li,.tiles>div,.next{break-inside:avoid}
.wide{display:block}.narrow{display:none}
.lineage-figure svg{width:auto;max-width:100%;height:auto}
.tiles{grid-template-columns:repeat(5,1fr)}
table{font-size:8pt}thead,tbody tr:first-child{break-after:avoid}thead{break-inside:avoid}td{min-width:0}tbody th{min-width:28mm}
a[href^='http']::after{content:' (' attr(href) ')';font-size:8pt}
nav{display:none}
`;
