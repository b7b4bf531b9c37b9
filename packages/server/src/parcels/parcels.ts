import type { Actor } from '@overread/rules/case/vocabulary.ts';
import {
  judgeStep,
  type ParcelStep,
  type ParcelStepType,
  standingAfter,
  stepsToRead,
} from '@overread/rules/parcels/parcel.ts';
import { makeParcelNumber, readParcelNumber } from '@overread/rules/parcels/parcel-number.ts';
import { type Cases, SYSTEM_ACTOR } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import * as store from './store.ts';

/** What is said of a parcel before or when it comes. */
export interface NewParcel {
  /** Null for one that came unannounced and whose case nobody knows yet. */
  readonly caseId: string | null;
  readonly contents: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly wish: 'returned' | 'destroyed';
  /** Where the disc goes back to, with one line per line of the address; may be empty. */
  readonly returnTo: string;
  readonly note: string;
}

/** Which delivery into which case came out of a parcel. */
export interface ParcelReading {
  readonly caseId: string;
  readonly parcelId: string;
  readonly importId: string;
  readonly note: string;
}

export type NewStep = Partial<Omit<ParcelStep, 'type'>> & { readonly type: ParcelStepType };

export interface ParcelsDeps extends Pick<Ground, 'db' | 'clock' | 'newId'> {
  readonly cases: Pick<Cases, 'execute' | 'load'>;
  /** Throws when the case has no such delivery of images. */
  readonly checkImport: (caseId: string, importId: string) => Promise<unknown>;
}

export interface Parcels {
  /** Announces a parcel of a case, or (`arrived`) puts one on the register that lies on the table. */
  add(actor: Actor, parcel: NewParcel, arrived?: boolean): Promise<store.KeptParcel>;
  /** Notes what happened. The rules have the last word: a step that makes no sense now is a problem in words. */
  note(actor: Actor, parcelId: string, step: NewStep): Promise<store.KeptParcel>;
  /** Notes that a delivery into this case was read out of the parcel, and that it was opened, where nobody had noted that. */
  noteRead(actor: Actor, reading: ParcelReading): Promise<store.KeptParcel>;
  /** Why a disc of this parcel cannot be read into this case now: thrown as a problem in words. */
  checkRead(caseId: string, parcelId: string): Promise<store.KeptParcel>;
  /** By the number as it was typed or scanned. Throws in words where there is none. */
  find(typed: string): Promise<store.KeptParcel>;
  list(caseId?: string): Promise<readonly store.KeptParcel[]>;
  /** Erases what was said of the parcels of a case: contents, carrier, address. That they came and went stays, as in its record. */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: Readonly<Record<string, never>> }>;
}

/** The register of parcels with discs: each step is kept, and the record of the case names it. */
export function createParcels(deps: ParcelsDeps): Parcels {
  const { db, clock, newId } = deps;

  const find = async (typed: string): Promise<store.KeptParcel> => {
    const parcel = await store.parcelBy(db, numberOf(typed));
    if (parcel === null) throw wordedProblem(404, 'parcels.none');
    return parcel;
  };

  const noteAll = (actor: Actor, typed: string, stepsOf: (parcel: store.KeptParcel) => readonly NewStep[]) =>
    db.transaction(async (tx) => {
      const found = await store.lockedParcel(tx, numberOf(typed));
      if (found === null) throw wordedProblem(404, 'parcels.none');
      let parcel = found;
      for (const step of stepsOf(found)) parcel = await append(deps, tx, { actor, parcel, step });
      return parcel;
    });

  return {
    find,
    list: (caseId) => store.listParcels(db, caseId ?? null),
    add: (actor, { note, caseId, ...said }, arrived = false) =>
      db.transaction(async (tx) => {
        const state = arrived ? 'received' : 'expected';
        const row = { parcelId: makeParcelNumber(newId()), caseId, state, ...said, changedAt: clock.now() } as const;
        const step: NewStep = { type: arrived ? 'received' : 'announced', note, caseId };
        await store.insertParcel(tx, row);
        return append(deps, tx, { actor, parcel: { ...row, steps: [] }, step });
      }),
    async note(actor, parcelId, step) {
      if (step.type === 'read' && step.importId != null) {
        const caseId = step.caseId ?? (await find(parcelId)).caseId;
        if (caseId !== null) await deps.checkImport(caseId, step.importId);
      }
      return noteAll(actor, parcelId, () => [step]);
    },
    async letGo(tx, caseId) {
      await store.eraseWords(tx, caseId);
      return { erased: {} };
    },
    async noteRead(actor, { caseId, parcelId, importId, note }) {
      await deps.checkImport(caseId, importId);
      return noteAll(actor, parcelId, (parcel) =>
        stepsToRead(parcel).map((type) => (type === 'read' ? { type, note, caseId, importId } : { type, note: '' })),
      );
    },
    async checkRead(caseId, parcelId) {
      const parcel = await find(parcelId);
      const read = { type: 'read', note: '', caseId, importId: 'to come' } as const;
      const steps = stepsToRead(parcel);
      const standing = steps.length === 1 ? parcel : { ...parcel, state: 'opened' as const };
      const refusal = judgeStep(standing, read);
      if (refusal !== null) throw wordedProblem(422, `parcels.${refusal}`);
      return parcel;
    },
  };
}

/** The number as it is kept; a slip of the keys is told from a parcel that is not there. */
function numberOf(typed: string): string {
  const number = readParcelNumber(typed);
  if (number === null) throw wordedProblem(404, 'parcels.mistyped');
  return number;
}

interface Addition {
  readonly actor: Actor;
  readonly parcel: store.KeptParcel;
  readonly step: NewStep;
}

/** One step, judged by all that went before, and told to the record of the case that the parcel then belongs to. */
async function append(deps: ParcelsDeps, tx: Tx, { actor, parcel, step }: Addition): Promise<store.KeptParcel> {
  const { type, note = '', caseId = null, importId = null } = step;
  const before = standingAfter(parcel.steps);
  const refusal = judgeStep(before, { type, note, caseId, importId });
  if (refusal !== null) throw wordedProblem(422, `parcels.${refusal}`);
  const last = parcel.steps.at(-1);
  // A clock that was set back must not make a step earlier than the one before it.
  const at = new Date(Math.max(deps.clock.now().getTime(), last?.at.getTime() ?? 0));
  const row: store.StepRow = {
    ...{ parcelId: parcel.parcelId, seq: (last?.seq ?? 0) + 1, type, at, note: note.trim(), caseId, importId },
    ...{ byId: actor.personId, byName: actor.name, byRole: actor.role },
  };
  const steps = [...parcel.steps, row];
  const after = standingAfter(steps) as NonNullable<ReturnType<typeof standingAfter>>;
  await store.addStep(tx, row, after);
  if (after.caseId !== null) {
    const command = { type: 'noteParcel', parcelId: parcel.parcelId, step: type, by: actor.name } as const;
    await deps.cases.execute(SYSTEM_ACTOR, after.caseId, command, { tx });
  }
  return { ...parcel, ...after, changedAt: at, steps };
}
