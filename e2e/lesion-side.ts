import type { ImageMark } from '@overread/rules/case/report.ts';
import type { Locator, Page } from 'playwright-core';
import { imageToPane } from '../packages/web/src/viewer/view.ts';

interface Frames {
  readonly rows: number;
  readonly columns: number;
  readonly frames: readonly {
    readonly sopInstanceUid: string;
    readonly pixelSpacing: readonly [number, number] | null;
  }[];
}

/** The head of a series' stream, as the viewer gets it: where in the stack each image stands. */
async function framesOf(page: Page, caseId: string, seriesUid: string): Promise<Frames> {
  return await page.evaluate(async (path) => {
    const bytes = await (await fetch(path)).arrayBuffer();
    const length = new DataView(bytes).getUint32(4, true);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length)));
  }, `/api/cases/${caseId}/series/${seriesUid}/stream`);
}

/** Mean grey values (0 to 255) of small discs on a picture; positions in CSS pixels. */
async function greyAt(page: Page, png: Buffer, points: readonly (readonly [number, number])[]): Promise<number[]> {
  return await page.evaluate(
    async ([base64, centres]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      return centres.map(([x, y]) => {
        const { data } = context.getImageData(Math.round(x) - 4, Math.round(y) - 4, 9, 9);
        let sum = 0;
        for (let at = 0; at < data.length; at += 4) sum += data[at] ?? 0;
        return sum / (data.length / 4);
      });
    },
    [png.toString('base64'), points] as const,
  );
}

/**
 * Shows the image of a mark in the left pane and compares the brightness at the mark with its mirror image across the
 * middle of the head. `isOnLeftOfScreen` tells on which half of the pane the mark lies: in a viewer of radiologists the
 * patient's right is on the left of the screen, and the letter R stands there.
 */
export async function lookAtMark(page: Page, caseId: string, mark: ImageMark, seriesName: string) {
  const frames = await framesOf(page, caseId, mark.seriesInstanceUid);
  const index = frames.frames.findIndex(({ sopInstanceUid }) => sopInstanceUid === mark.sopInstanceUid);
  const spacing = frames.frames[index]?.pixelSpacing ?? [1, 1];
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('navigation', { name: 'Series' }).getByRole('button', { name: seriesName }).click();
  const pane = page.getByRole('region', { name: new RegExp(`^Left pane: ${seriesName}`) });
  await pane.waitFor();
  // Not before the series is there: a key on an empty pane is lost.
  await page.getByRole('region', { name: new RegExp(`^Left pane: ${seriesName}, image`) }).waitFor();
  const at = async () => Number(await pane.getAttribute('data-index'));
  for (let tries = 0; (await at()) !== index && tries < 2 * frames.frames.length; tries += 1) {
    await page.keyboard.press((await at()) < index ? 'ArrowDown' : 'ArrowUp');
    await page.waitForTimeout(20);
  }
  // Letters and lines lie over the film: without them a white pixel is the image's own.
  await page.keyboard.press('Space');
  await page.waitForTimeout(500);
  const size = await sizeOf(pane);
  const view = { index, window: { center: 0, width: 1 }, zoom: 1, panX: 0, panY: 0 };
  const raster = { columns: frames.columns, rows: frames.rows, spacing };
  const [a, b] = mark.points;
  if (a === undefined || b === undefined) throw new Error('the mark has no line');
  const centre = imageToPane(raster, size, view, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  const png = await pane.screenshot();
  const [there = 0, mirrored = 0] = await greyAt(page, png, [centre, [size.width - centre[0], centre[1]]]);
  await page.keyboard.press('Space');
  return { there, mirrored, isOnLeftOfScreen: centre[0] < size.width / 2 };
}

async function sizeOf(pane: Locator): Promise<{ width: number; height: number }> {
  const box = await pane.boundingBox();
  if (box === null) throw new Error('the pane is not on the screen');
  return box;
}
