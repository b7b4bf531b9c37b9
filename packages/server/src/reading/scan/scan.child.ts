import type { Canvas } from '@napi-rs/canvas';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import { LANGUAGES, type ReadPage, type ScanAnswer, type ScanFault, type ScanJob } from './model.ts';
import { openPages, ScanFailed, smaller, turned } from './page-pictures.ts';
import { pageText, type Recognized } from './page-text.ts';

/**
 * The process that reads pictures of reports: one job, then it ends. Pictures and PDFs come from anybody, so what decodes them
 * has an end of its own in time (the parent's) and memory, and nothing is fetched: language data lie on this machine.
 */

/** Resident bytes; a page of A4 takes about 400 MB with two languages. */
const MOST_MEMORY = 1_400_000_000;
/** What people see of a page beside its text. */
const SHOWN_WIDTH = 1100;
const SHOWN_QUALITY = 62;
/** Below it a page may lie on its side: upright ones that can be read at all are above. */
const UPRIGHT_FROM = 62;

const tell = (answer: ScanAnswer): void => void process.send?.(answer);

function fail(fault: ScanFault): void {
  process.send?.({ type: 'failed', fault } satisfies ScanAnswer, undefined, undefined, () => process.exit(1));
}

async function openReader(langPath: string): Promise<Worker> {
  const worker = await createWorker([...LANGUAGES], 1, { langPath, cacheMethod: 'none', logger: () => undefined });
  // Threshold by neighbourhood: photographs have shadows.
  const parameters = { tessedit_pageseg_mode: PSM.AUTO, thresholding_method: '2', user_defined_dpi: '200' };
  await worker.setParameters(parameters);
  return worker;
}

async function recognize(worker: Worker, canvas: Canvas): Promise<Recognized> {
  const { data } = await worker.recognize(
    canvas.toBuffer('image/png'),
    { rotateAuto: true },
    { text: false, blocks: true },
  );
  return data;
}

/** The page as it is, and where that cannot be read, turned round until it can. */
async function readUpright(worker: Worker, canvas: Canvas) {
  let best = { canvas, found: await recognize(worker, canvas) };
  for (const quarters of [1, 3, 2]) {
    if (best.found.confidence >= UPRIGHT_FROM) break;
    const other = turned(canvas, quarters);
    const found = await recognize(worker, other);
    if (found.confidence > best.found.confidence) best = { canvas: other, found };
  }
  return best;
}

async function readPage(worker: Worker, drawn: Canvas, page: number): Promise<ReadPage> {
  const { canvas, found } = await readUpright(worker, drawn);
  const shown = smaller(canvas, SHOWN_WIDTH);
  return {
    page,
    width: shown.width,
    height: shown.height,
    ...pageText(found),
    confidence: Math.round(found.confidence),
    picture: shown.toBuffer('image/jpeg', SHOWN_QUALITY),
  };
}

async function read({ bytes, languages }: ScanJob): Promise<void> {
  const pictures = await openPages(bytes);
  tell({ type: 'pages', pages: pictures.pages });
  const worker = await openReader(languages);
  for (let page = 1; page <= pictures.pages; page += 1) {
    tell({ type: 'page', page: await readPage(worker, await pictures.draw(page), page) });
  }
  process.send?.({ type: 'done' } satisfies ScanAnswer, undefined, undefined, () => process.exit(0));
}

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) fail('too-large');
}, 250).unref();
// Nobody is there any more.
process.once('disconnect', () => process.exit(0));
process.once('message', (job: ScanJob) => {
  read(job).catch((error: unknown) => fail(error instanceof ScanFailed ? error.fault : 'not-readable'));
});
