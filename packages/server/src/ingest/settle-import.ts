import { pictureModalities } from '@overread/imaging';
import type { StudySummary } from '@overread/imaging/model.ts';
import type { ArrivedStudy } from '@overread/rules/case/commands.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Archive } from '../archive/index.ts';
import { type Ground, Problem } from '../platform/ports.ts';
import type { CasesPort } from './cases-port.ts';
import { knownStudies } from './known-store.ts';
import type { DeliveredStudy } from './model.ts';
import * as store from './store.ts';

export interface SettleDeps extends Pick<Ground, 'db' | 'clock' | 'log'> {
  readonly archive: Archive;
  readonly cases: CasesPort;
  readonly settled: readonly SettleListener[];
}

/** True when the owner of the delivery is no case, and the delivery was settled with that. */
export type SettleListener = (delivery: store.ImportRow, uploads: readonly store.UploadRow[]) => Promise<boolean>;

const SERVICE: Actor = { personId: 'system', name: 'Overread', role: 'system' };

/** Somebody else settled the import meanwhile: its transaction is to be rolled back, and nothing is wrong. */
class AlreadySettled extends Error {}

const arrivedOf = (study: StudySummary): ArrivedStudy => ({
  studyInstanceUid: study.studyInstanceUid,
  date: study.date,
  description: study.description,
  accessionNumber: study.accessionNumber,
  institution: study.institution,
  patient: study.patient,
  modalities: pictureModalities(study),
  series: study.series.length,
  instances: study.series.reduce((sum, { instances }) => sum + instances, 0),
});

/**
 * One telling per Study Instance UID. Two patients under one UID are told as one with both names: that fits nobody, so it is
 * held, and a person looks.
 */
export function oncePerUid(studies: readonly StudySummary[]): ArrivedStudy[] {
  const groups = Map.groupBy(studies.map(arrivedOf), ({ studyInstanceUid }) => studyInstanceUid);
  return [...groups.values()].map(([first, ...others]) => {
    const all = [first as ArrivedStudy, ...others];
    const joined = (of: (patient: ArrivedStudy['patient']) => string) =>
      [...new Set(all.map((each) => of(each.patient)))].join(' / ');
    const sum = (of: (study: ArrivedStudy) => number) => all.reduce((total, each) => total + of(each), 0);
    return {
      ...(first as ArrivedStudy),
      patient: {
        name: joined(({ name }) => name),
        id: joined(({ id }) => id),
        birthDate: joined(({ birthDate }) => birthDate),
        sex: joined(({ sex }) => sex),
      },
      modalities: [...new Set(all.flatMap(({ modalities = [] }) => modalities))].sort(),
      series: sum(({ series }) => series),
      instances: sum(({ instances }) => instances),
    };
  });
}

/**
 * Of the studies that a delivery brought, those that the case has to hear of: with images that are new, or of which it never
 * heard, because the delivery that brought them was left unfinished.
 */
function toTell(
  uploads: readonly store.UploadRow[],
  known: readonly DeliveredStudy[],
  state: CaseState | null,
): string[] {
  const isNews = uploads.some(({ instances, alreadyHere }) => instances > alreadyHere);
  const uidsOf = (studies: readonly DeliveredStudy[]) => new Set(studies.map((study) => study.studyInstanceUid));
  const [sent, held] = [uidsOf(uploads.flatMap(({ studies }) => studies)), uidsOf(known)];
  const heardOf = new Set(state?.studies.map(({ studyInstanceUid }) => studyInstanceUid));
  return [...new Set([...sent, ...held])].filter((uid) => (isNews && sent.has(uid)) || !heardOf.has(uid));
}

/** Described one study after the other: a delivery may be large, and a study is not. */
async function arrivedStudies(archive: Archive, caseId: string, uids: readonly string[]): Promise<ArrivedStudy[]> {
  const arrived: ArrivedStudy[] = [];
  for (const uid of uids) arrived.push(...oncePerUid(await archive.studies(caseId, { uids: [uid] })));
  return arrived.sort((a, b) => a.date.localeCompare(b.date) || a.studyInstanceUid.localeCompare(b.studyInstanceUid));
}

/** Whether somebody else answers for the owner of a delivery, and did so. */
async function isSettled({ settled }: SettleDeps, ...told: Parameters<SettleListener>): Promise<boolean> {
  for (const settles of settled) if (await settles(...told)) return true;
  return false;
}

/** Tells the case what a delivery brought, once all its uploads are imported; does nothing before, and nothing twice. */
export interface Settler {
  /**
   * `at` is for the demo's past: such a delivery stays open until it is told, so that nobody who does not know its time, as
   * the jobs in the background, tells it as of now.
   */
  settle(importId: string, at?: Date): Promise<void>;
}

export function createSettler(deps: SettleDeps): Settler {
  const telling = new Map<string, Promise<void>>();
  return {
    async settle(importId, at) {
      const ready = await readyToTell(deps, importId, at);
      if (ready === null) return;
      // The end of an upload and the job of it come at the same time: one of them does the work, the other waits for it.
      const running = telling.get(importId) ?? tell(deps, ready).finally(() => telling.delete(importId));
      telling.set(importId, running);
      await running;
    },
  };
}

interface Ready {
  readonly row: store.ImportRow;
  readonly uploads: readonly store.UploadRow[];
  readonly at: Date | undefined;
}

const readyState = (at: Date | undefined) => (at === undefined ? 'finished' : 'open');

/** The delivery and its uploads, when all of them were imported and the case was not told; null otherwise. */
async function readyToTell({ db }: SettleDeps, importId: string, at: Date | undefined): Promise<Ready | null> {
  const row = await store.findImport(db, importId);
  if (row?.state !== readyState(at)) return null;
  const uploads = await store.uploadsOf(db, [importId]);
  if (uploads.some(({ state }) => state === 'uploading' || state === 'received')) return null;
  return { row, uploads, at };
}

async function tell(deps: SettleDeps, { row, uploads, at }: Ready): Promise<void> {
  const { db, cases, archive, clock, log } = deps;
  const { importId } = row;
  if (await isSettled(deps, row, uploads)) return;
  if (uploads.some(({ state }) => state === 'failed')) {
    const error = 'images.import-failed';
    return store.setImportState(db, importId, { state: 'failed', finishedAt: clock.now(), error });
  }
  const finishedAt = at ?? clock.now();
  const uids = toTell(uploads, await knownStudies(db, importId), await cases.load(row.caseId));
  const studies = await arrivedStudies(archive, row.caseId, uids);
  try {
    if (studies.length === 0) await store.setImportState(db, importId, { state: 'done', finishedAt });
    else {
      const command = { type: 'receiveImages', importId, studies } as const;
      await cases.execute(SERVICE, row.caseId, command, {
        ...(at === undefined ? {} : { at }),
        async within(tx) {
          const locked = await store.lockImport(tx, importId);
          if (locked?.state !== readyState(at)) throw new AlreadySettled();
          await store.setImportState(tx, importId, { state: 'done', finishedAt });
        },
      });
    }
  } catch (error) {
    if (error instanceof AlreadySettled) return;
    if (!(error instanceof Problem) || error.status === 409) throw error;
    // The rules refused: the case was cancelled meanwhile, say. The images stay where they are, unseen.
    log.warn({ importId, code: error.code }, 'a case did not take the images of an import');
    await store.setImportState(db, importId, { state: 'failed', finishedAt, error: `refusal.${error.code}` });
  }
}
