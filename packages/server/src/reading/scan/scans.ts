import type { ReportScan, ScannedPage, TakeScanRequest } from '@overread/contract/original-report.ts';
import type { ReportFormat } from '@overread/documents/read/index.ts';
import type { Database, Ground } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import { openBytes, sealBytes } from '../../platform/seal.ts';
import { type ReportUpload, takeReport } from '../read-report-file.ts';
import { blobKey } from '../store.ts';
import type { ReadPage, ScanFault } from './model.ts';
import { readScan } from './read-scan.ts';
import * as store from './scan-store.ts';

/** A picture of a report as it came. */
export interface ScanUpload extends ReportUpload {
  readonly format: ReportFormat;
}

/** A scan whose text somebody has looked through: what a report is made of. */
export interface TakenScan extends Pick<ScanUpload, 'fileName' | 'mediaType' | 'format'> {
  readonly scanId: string;
  readonly file: Uint8Array;
  readonly text: string;
  readonly pages: number;
}

export interface Scans {
  /** Keeps the file, sealed, and begins to read it; one that the case had before is thrown away. */
  begin(caseId: string, upload: ScanUpload): Promise<ReportScan>;
  /** How far it is, told in `language` (an Accept-Language); null when the case has none. */
  view(caseId: string, language?: string): Promise<ReportScan | null>;
  /** A page as a JPEG. */
  picture(caseId: string, page: number): Promise<Uint8Array>;
  /** The corrected text with the file, for handing in. Throws a problem when it is another scan or not read yet. */
  take(caseId: string, request: TakeScanRequest): Promise<TakenScan>;
  /** Throws it away, its file too. */
  discard(caseId: string): Promise<void>;
  work(): Promise<void>;
}

export type ScansGround = Pick<Ground, 'db' | 'blobs' | 'keys' | 'clock' | 'newId' | 'jobs' | 'sayIn'>;

const READ = 'reading.read-scan';

type Named = Omit<ScanUpload, 'bytes'>;

export function createScans(ground: ScansGround): Scans {
  const { db, blobs, keys, clock, newId, jobs } = ground;
  const keyOf = (caseId: string) => keys.dataKey(db, `case/${caseId}`);
  const sealer = (scanId: string, what: string) => `scan/${scanId}/${what}`;
  const fileSeal = (caseId: string, scanId: string) => `report/${caseId}/${scanId}/file`;

  async function named(caseId: string, row: NonNullable<Awaited<ReturnType<typeof store.scanRow>>>): Promise<Named> {
    const opened = openBytes(await keyOf(caseId), sealer(row.scanId, 'name'), row.sealed);
    return JSON.parse(opened.toString('utf8')) as Named;
  }

  async function pagesOf(caseId: string, scanId: string): Promise<ScannedPage[]> {
    const key = await keyOf(caseId);
    const rows = await store.pageRows(db, scanId);
    return rows.map(({ page, sealed }) => {
      const opened = openBytes(key, sealer(scanId, `${page}/text`), sealed);
      return JSON.parse(opened.toString('utf8')) as ScannedPage;
    });
  }

  async function view(caseId: string, language?: string): Promise<ReportScan | null> {
    const row = await store.scanRow(db, caseId);
    if (row === null) return null;
    const { scanId, state, pages, fault } = row;
    const { fileName } = await named(caseId, row);
    const read = await pagesOf(caseId, scanId);
    return {
      scanId,
      fileName,
      state,
      pages,
      read,
      error: fault === '' ? null : ground.sayIn(language)(`problem.scan.${fault}`),
    };
  }

  async function rowOf(caseId: string) {
    const row = await store.scanRow(db, caseId);
    if (row === null) throw wordedProblem(404, 'scan.gone');
    return row;
  }

  async function fileOf(caseId: string, scanId: string): Promise<Buffer> {
    return openBytes(await keyOf(caseId), fileSeal(caseId, scanId), await blobs.read(blobKey(caseId, scanId)));
  }

  async function discard(caseId: string): Promise<void> {
    const scanId = await db.transaction((tx) => store.removeScan(tx, caseId));
    if (scanId !== null) await blobs.remove(blobKey(caseId, scanId));
  }

  return {
    view,
    discard,
    async begin(caseId, { bytes, ...about }) {
      await discard(caseId);
      const { fileName } = about;
      const scanId = newId();
      const key = await keyOf(caseId);
      await blobs.write(blobKey(caseId, scanId), sealBytes(key, fileSeal(caseId, scanId), bytes));
      const sealed = sealBytes(key, sealer(scanId, 'name'), Buffer.from(JSON.stringify(about), 'utf8'));
      await db.transaction(async (tx) => {
        const start = { state: 'reading', pages: 0, fault: '' } as const;
        await store.insertScan(tx, { caseId, scanId, ...start, sealed, startedAt: clock.now() });
        await jobs.send(tx, READ, { caseId, scanId });
      });
      return { scanId, fileName, state: 'reading', pages: 0, read: [], error: null };
    },
    async picture(caseId, page) {
      const { scanId } = await rowOf(caseId);
      const sealed = await store.pictureRow(db, scanId, page);
      if (sealed === null) throw wordedProblem(404, 'scan.gone');
      return openBytes(await keyOf(caseId), sealer(scanId, `${page}/picture`), sealed);
    },
    async take(caseId, { scanId, pages }) {
      const row = await rowOf(caseId);
      if (row.scanId !== scanId) throw wordedProblem(409, 'scan.gone');
      if (row.state === 'reading') throw wordedProblem(409, 'scan.reading');
      const { fileName, mediaType, format } = await named(caseId, row);
      const text = pages.map((page) => page.trim()).filter((page) => page !== '');
      return {
        ...{ scanId, fileName, mediaType, format, text: text.join('\n\n'), pages: Math.max(row.pages, 1) },
        file: await fileOf(caseId, scanId),
      };
    },
    work: () =>
      jobs.work(READ, async (data) => {
        const { caseId, scanId } = data as { caseId: string; scanId: string };
        const row = await store.scanRow(db, caseId);
        if (row?.scanId !== scanId || row.state !== 'reading') return;
        const file = await fileOf(caseId, scanId);
        // A message or an object carries the pictures inside.
        const taken = await takeReport({ ...(await named(caseId, row)), bytes: file });
        const pictures = taken.kind === 'scan' ? taken.bytes : file;
        await readIn({ db, key: await keyOf(caseId), caseId, scanId }, pictures);
      }),
  };
}

interface ReadInto {
  readonly db: Database;
  readonly key: Buffer;
  readonly caseId: string;
  readonly scanId: string;
}

/** Reads the pages into their rows; whoever threw the scan away meanwhile is not asked again. */
async function readIn({ db, key, caseId, scanId }: ReadInto, pictures: Uint8Array): Promise<void> {
  const gone = new AbortController();
  const keep = async (change: Parameters<typeof store.changeScan>[2]) => {
    if (!(await store.changeScan(db, scanId, change))) gone.abort();
  };
  let letters = 0;
  const page = async ({ picture, ...read }: ReadPage) => {
    letters += read.text.match(/\p{L}/gu)?.length ?? 0;
    const seal = (what: string, bytes: Uint8Array) => sealBytes(key, `scan/${scanId}/${read.page}/${what}`, bytes);
    const row = {
      ...{ caseId, scanId, page: read.page },
      sealed: seal('text', Buffer.from(JSON.stringify(read), 'utf8')),
      picture: seal('picture', picture),
    };
    await db.transaction(async (tx) => {
      if (await store.changeScan(tx, scanId, { state: 'reading' })) await store.putPage(tx, row);
      else gone.abort();
    });
  };
  const fault = await readScan(pictures, { pages: (pages) => keep({ pages }), page }, { signal: gone.signal });
  if (gone.signal.aborted) return;
  const told: ScanFault | null = fault ?? (letters < 20 ? 'empty' : null);
  await keep(told === null ? { state: 'read' } : { state: 'failed', fault: told });
}
