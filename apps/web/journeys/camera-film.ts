import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const WIDTH = 640;
const HEIGHT = 480;
const SIDE = 400;

/** What a browser's camera sees that was launched with these switches: a drawing, held still. */
export async function cameraOf(page: Page, svg: string): Promise<string[]> {
  const grey = await page.evaluate(greyOf, { svg, width: WIDTH, height: HEIGHT, side: SIDE });
  const luma = Buffer.from(grey, 'base64');
  const chroma = Buffer.alloc(luma.length / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const film = join(tmpdir(), `cartwheel-camera-${process.pid}.y4m`);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(film, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}

/** A drawing as the points of a picture, for a reader of codes. */
export async function pixelsOf(page: Page, svg: string): Promise<{ width: number; height: number; data: Uint8Array }> {
  const grey = await page.evaluate(greyOf, { svg, width: WIDTH, height: HEIGHT, side: SIDE });
  const data = Uint8Array.from([...Buffer.from(grey, 'base64')].flatMap((light) => [light, light, light, 255]));
  return { width: WIDTH, height: HEIGHT, data };
}

/** Runs in the page: the drawing in the middle of a grey picture, one byte for each point. */
async function greyOf({ svg, width, height, side }: { svg: string; width: number; height: number; side: number }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pencil = canvas.getContext('2d');
  if (!pencil) throw new Error('No canvas');
  pencil.imageSmoothingEnabled = false;
  pencil.fillStyle = '#ccc';
  pencil.fillRect(0, 0, width, height);
  pencil.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
  const { data } = pencil.getImageData(0, 0, width, height);
  let bytes = '';
  for (let at = 0; at < data.length; at += 4) bytes += String.fromCharCode(data[at] ?? 0);
  return btoa(bytes);
}
