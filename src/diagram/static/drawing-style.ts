import { PALETTES, type Theme } from './palette';

/** Without double quotes: inside markup they would have to be written otherwise in SVG than in HTML. */
const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

type Rule = readonly [selector: string, body: string];

/** The style sheet of a drawing that stands alone. Every rule begins with `scope`, so that a page can hold several themes. */
export function drawingStyle(theme: Theme, scope = '.lifecycle'): string {
  const { background, foreground, quiet, line, edge, domains, tones, band } = PALETTES[theme];
  const rules: readonly Rule[] = [
    ['', `font-family:${FONT};font-size:13px`],
    ['.paper', `fill:${background}`],
    ['text', `fill:${foreground}`],
    ['.heading', 'font-size:20px;font-weight:600'],
    ['.layer', 'font-weight:600'],
    ['.quiet', `fill:${quiet}`],
    ['.small', 'font-size:11px'],
    ['.legend', 'font-size:12px'],
    [
      '.title,.flow-label,.store text,.hub text',
      `paint-order:stroke;stroke:${background};stroke-width:5px;stroke-linejoin:round`,
    ],
    ['.title', 'font-weight:600'],
    ['.number', 'font-size:15px;font-weight:600'],
    ['.band', `fill:none;stroke-width:64px;stroke-linecap:round;stroke-opacity:${band}`],
    ['.column .band', 'stroke-width:44px'],
    ['.caption', `fill:${quiet};font-size:11px`],
    ['.band-edge,.hit', 'fill:none;stroke:none'],
    ['.around', `fill:none;stroke:${domains[3]};stroke-width:2;stroke-dasharray:2 6;stroke-linecap:round`],
    ['.flow .line', `fill:none;stroke:${edge};stroke-width:1.6`],
    ['.flow .head', `fill:${edge}`],
    ['.flow-return .line', `stroke:${tones.tool};stroke-width:2;stroke-dasharray:6 4`],
    ['.flow-return .head', `fill:${tones.tool}`],
    ['.flow-label', `fill:${quiet};font-size:11px`],
    ['.label-return', `fill:${tones.tool}`],
    ['.store path', `fill:${background};stroke:${quiet};stroke-width:1.3`],
    ['.store text', `fill:${quiet};font-size:11px`],
    ['.disc', `fill:${background};stroke-width:2`],
    ['.tint', 'stroke:none;fill-opacity:0'],
    ['.weight-1 .tint', 'fill-opacity:.1'],
    ['.weight-2 .tint', 'fill-opacity:.22'],
    ['.weight-3 .tint', 'fill-opacity:.38'],
    ['.weight-0', 'opacity:.62'],
    ['.mark rect,.count rect', `fill:${background};stroke:${line};stroke-width:1.2`],
    ['.mark text', 'font-size:11px'],
    ['.mark-more text', `fill:${quiet};font-weight:600`],
    ['.mark-more rect', 'stroke-dasharray:3 2'],
    ['.count rect', `stroke:${tones.bad};stroke-width:1.5`],
    ['.count text', 'font-size:11px;font-weight:600'],
    ['.lane', `fill:${foreground};fill-opacity:.045`],
    ['.lane-title', `fill:${quiet};font-weight:600`],
    ['.box', `fill:${background};stroke:${edge};stroke-width:1.2`],
    ['.box-folded', 'stroke-dasharray:4 3'],
    ['.name', 'font-weight:600'],
    ['.known', `fill:${quiet};font-size:11px`],
    ['.glyph', 'fill:currentColor;stroke:none'],
    [
      '.glyph-line',
      'fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round',
    ],
    ...domains.flatMap((color, at): Rule[] => [
      [`.domain-${at} .band`, `stroke:${color}`],
      [`.domain-${at} .disc,.domain-${at}.swatch`, `stroke:${color}`],
      [`.domain-${at} .tint`, `fill:${color}`],
    ]),
    ['.swatch', `fill:${background};stroke-width:2.5`],
    ...Object.entries(tones).map(([tone, color]): Rule => [`.tone-${tone}`, `color:${color}`]),
  ];
  return rules.map(([selector, body]) => `${scoped(selector, scope)}{${body}}`).join('\n');
}

function scoped(selector: string, scope: string): string {
  return selector
    .split(',')
    .map((one) => (one === '' ? scope : `${scope} ${one}`))
    .join(',');
}
