import type { ToPanel } from '../../protocol/panel';

/** Canvases larger than this are refused by browsers, or eat the memory of the window. */
const MOST_PIXELS = 64_000_000;

type Picture = { readonly png: string } | { readonly problem: string };

/** Draws an SVG text on a canvas, as only a page can; gives a PNG as base64, or why there is none. Never rejects. */
export async function drawPicture({ svg, scale }: Extract<ToPanel, { type: 'draw' }>): Promise<Picture> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const width = Math.ceil(image.naturalWidth * scale);
    const height = Math.ceil(image.naturalHeight * scale);
    if (width === 0 || height === 0 || width * height > MOST_PIXELS) {
      return { problem: `A picture of ${width} x ${height} pixels cannot be drawn.` };
    }
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) return { problem: 'This window cannot draw pictures.' };
    context.drawImage(image, 0, 0, width, height);
    const address = canvas.toDataURL('image/png');
    return { png: address.slice(address.indexOf(',') + 1) };
  } catch {
    return { problem: 'The drawing could not be turned into a picture.' };
  } finally {
    URL.revokeObjectURL(url);
  }
}
