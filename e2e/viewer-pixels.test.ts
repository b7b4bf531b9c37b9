import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { type MadeSeries, madeStream } from './made-streams.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const plain: MadeSeries = {
  uid: '1.1',
  rows: 120,
  columns: 100,
  spacing: [1, 1],
  slices: 5,
  signed: true,
  samplesPerPixel: 1,
  photometric: 'MONOCHROME2',
  slope: 1,
  intercept: 0,
};
const SERIES: readonly MadeSeries[] = [
  plain,
  { ...plain, uid: '1.2', signed: false, spacing: [0.5, 1.5], columns: 60 },
  { ...plain, uid: '1.3', photometric: 'MONOCHROME1' },
  { ...plain, uid: '1.4', samplesPerPixel: 3, photometric: 'RGB', signed: false },
  { ...plain, uid: '1.5', slope: 2, intercept: -100 },
  {
    ...{ ...plain, uid: '1.6' },
    stacks: [
      { label: 'b 0', frames: [0, 2, 4] },
      { label: 'b 1000', frames: [1, 3] },
    ],
  },
];

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

async function serve(folder: string, isolated: boolean): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (isolated) {
        response.setHeader('cross-origin-opener-policy', 'same-origin');
        response.setHeader('cross-origin-embedder-policy', 'require-corp');
      }
      const uid = /series\/([^/]+)\/stream$/.exec(path)?.[1];
      const series = SERIES.find((one) => one.uid === uid);
      if (series !== undefined) return response.end(madeStream(series));
      const file = join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(await readFile(file));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

const addressOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return `http://localhost:${address.port}/`;
};

/** The grey differences between two screenshots, compared in the browser itself. */
async function differences(
  page: Page,
  one: Buffer,
  other: Buffer,
): Promise<{ mean: number; max: number; lit: number }> {
  return await page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      let [max, lit, sum] = [0, 0, 0];
      for (let i = 0; i < (a?.length ?? 0); i += 1) {
        const difference = Math.abs((a?.[i] ?? 0) - (b?.[i] ?? 0));
        max = Math.max(max, difference);
        sum += difference;
        if (i % 4 === 0 && (a?.[i] ?? 0) > 20) lit += 1;
      }
      return { mean: sum / (a?.length ?? 1), max, lit };
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

interface Probe {
  readonly viewer: {
    readonly controller: import('../packages/web/src/viewer/viewer-controller.ts').ViewerController;
    readonly marks: readonly { readonly lengthMm?: number }[];
  };
}

/** Opens two series without letting Cornerstone in, so that the light viewer stays until `release` is called. */
async function open(browser: Browser, address: string, uids: readonly [string, string]) {
  const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/cornerstone-renderer/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  await page.evaluate(([left, right]) => {
    const { controller } = (globalThis as unknown as Probe).viewer;
    controller.show(left, 0);
    controller.show(right, 1);
  }, uids);
  const state = () =>
    page.evaluate(() => {
      const { controller } = (globalThis as unknown as Probe).viewer;
      return ([0, 1] as const).map((pane) => {
        const now = controller.engine(pane)?.state();
        return { renderer: now?.renderer, seen: now?.seen ?? 0, shared: now?.images?.buffer.constructor.name };
      });
    });
  await expect.poll(async () => (await state()).every(({ seen }) => seen > 0)).toBe(true);
  return { page, release, state };
}

async function drawLength(page: Page): Promise<number | undefined> {
  await page.evaluate(() => (globalThis as unknown as Probe).viewer.controller.setTool('length'));
  await page.mouse.move(150, 200);
  await page.mouse.down();
  await page.mouse.move(230, 260, { steps: 6 });
  await page.mouse.up();
  const last = () => page.evaluate(() => (globalThis as unknown as Probe).viewer.marks.at(-1)?.lengthMm);
  await expect.poll(last).toBeGreaterThan(0);
  return await last();
}

describe('the swap from the light viewer to Cornerstone3D', () => {
  let folder = '';
  let isolated: Server;
  let open2: Server;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'overread-viewer-'));
    await build({
      root: here('./viewer-page'),
      logLevel: 'error',
      configFile: false,
      build: { outDir: folder, emptyOutDir: true, target: 'es2024', minify: false },
      worker: { format: 'es' },
      // vtk.js brings xmlbuilder2 along, which asks for Node's `events`.
      resolve: { alias: [{ find: /^events$/, replacement: here('../node_modules/events/events.js') }] },
    });
    isolated = await serve(folder, true);
    open2 = await serve(folder, false);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    isolated?.close();
    open2?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the stacks of a series apart, and scrolls each with what lies in the same place', async () => {
    const { page } = await open(browser, addressOf(isolated), ['1.6', '1.1']);
    const shown = () =>
      page.evaluate(() => {
        const { controller } = (globalThis as unknown as Probe).viewer;
        const [left, right] = ([0, 1] as const).map((pane) => controller.engine(pane)?.state());
        const frame = left?.images?.header.frames[left.view?.index ?? -1];
        return {
          ...{ stack: left?.images?.stack, of: left?.images?.header.frames.length },
          ...{ image: frame?.instanceNumber, right: (right?.view?.index ?? -1) + 1 },
        };
      });
    await expect.poll(shown).toEqual({ stack: 0, of: 3, image: 3, right: 3 });
    await page.evaluate(() => {
      const { controller } = (globalThis as unknown as Probe).viewer;
      controller.nextStack(1);
      controller.engine(0)?.setIndex(1);
    });
    await expect.poll(shown).toEqual({ stack: 1, of: 2, image: 4, right: 4 });
    expect(
      await page.evaluate(() => (globalThis as unknown as Probe).viewer.controller.numberOf('1.6', '1.6.3', 0)),
    ).toBe(2);
    await page.evaluate(() => (globalThis as unknown as Probe).viewer.controller.nextStack(1));
    await expect.poll(async () => (await shown()).stack).toBe(0);
    await page.close();
  });

  it.each([
    ['signed values, and unequal spacing', ['1.1', '1.2']],
    ['MONOCHROME1, and colour', ['1.3', '1.4']],
    ['a rescale, beside the same without', ['1.5', '1.1']],
  ] as const)('changes no pixel: %s', async (_, uids) => {
    const { page, release, state } = await open(browser, addressOf(isolated), uids);
    // A view that is not the default one: zoomed, moved, another window, another slice. The window is wide enough to clip
    // nothing: at clipped edges the two differ, because WebGL interpolates before the window and the canvas after it.
    await page.evaluate(() => {
      for (const pane of [0, 1] as const) {
        const engine = (globalThis as unknown as Probe).viewer.controller.engine(pane);
        engine?.zoom(1.7, [120, 300]);
        engine?.pan(-22, 13);
        engine?.scroll(1);
        const window = engine?.state().view?.window ?? { center: 0, width: 1 };
        engine?.setWindow({ center: window.center + 20, width: window.width * 1.3 });
      }
    });
    await page.waitForTimeout(200);
    expect((await state()).map(({ renderer }) => renderer)).toEqual(['canvas', 'canvas']);
    const before = await page.screenshot();
    release();
    await expect
      .poll(async () => (await state()).map(({ renderer }) => renderer), { timeout: 30_000 })
      .toEqual(['webgl', 'webgl']);
    await page.waitForTimeout(200);
    const { mean, max, lit } = await differences(page, before, await page.screenshot());
    expect(lit).toBeGreaterThan(20_000);
    expect(mean).toBeLessThan(0.2);
    expect(max).toBeLessThanOrEqual(8);
    // The measure is fine enough: one pixel of the screen to the side is seen.
    await page.evaluate(() => {
      for (const pane of [0, 1] as const) (globalThis as unknown as Probe).viewer.controller.engine(pane)?.pan(1, 0);
    });
    await page.waitForTimeout(300);
    const shifted = await differences(page, before, await page.screenshot());
    expect(shifted.mean).toBeGreaterThan(1.5 * mean);
    expect(shifted.max).toBeGreaterThan(8);
    expect((await state()).map(({ shared }) => shared)).toEqual(['SharedArrayBuffer', 'SharedArrayBuffer']);
    await page.close();
  });

  it('measures the same length before and after, also without a shared buffer', async () => {
    const { page, release, state } = await open(browser, addressOf(open2), ['1.2', '1.1']);
    expect((await state())[0]?.shared).toBe('ArrayBuffer');
    const light = await drawLength(page);
    release();
    await expect.poll(async () => (await state())[0]?.renderer, { timeout: 30_000 }).toBe('webgl');
    const heavy = await drawLength(page);
    // 100 CSS pixels at 400 / 90 pixels for a millimetre.
    expect(light).toBeCloseTo(22.5, 0);
    expect(Math.abs((heavy ?? 0) - (light ?? 0))).toBeLessThanOrEqual(0.3);
    await page.close();
  });

  it('stays with the light viewer where there is no WebGL, and still measures', async () => {
    const poor = await launchChromium(['--disable-3d-apis']);
    const { page, release, state } = await open(poor, addressOf(isolated), ['1.1', '1.2']);
    const loaded = page.waitForResponse(/cornerstone-renderer/);
    release();
    await loaded;
    await page.waitForTimeout(1_500);
    expect((await state()).map(({ renderer }) => renderer)).toEqual(['canvas', 'canvas']);
    expect(await drawLength(page)).toBeGreaterThan(10);
    await poor.close();
  });
});
