import type { Subject } from '../access/actions.ts';
import { sealHolds } from '../access/parts.ts';
import { openOffer } from './readiness.ts';
import { stageOf } from './stage.ts';
import type { CaseState } from './state.ts';
import { metBy } from './third.ts';
import { tracksOf } from './tracks.ts';
import type { CaseRow } from './view.ts';
import type { Role } from './vocabulary.ts';
import { waitingOf } from './waiting.ts';

/** A case as one line of a work list. */
export function rowOf(whole: CaseState, subject: Subject, as: Role, now: string): CaseRow {
  const state = metBy(whole, subject.personId);
  const role = sealHolds(state, subject.personId) ? 'reader' : as;
  const { patient, question, clock, reading } = state;
  const offer = openOffer(state);
  const over = state.delivery.deliveredAt !== null || state.closedAt !== null || state.cancelled !== null;
  return {
    id: state.id,
    number: state.number,
    stage: stageOf(state),
    patientName: [patient.name.family, patient.name.given].filter((part) => part !== '').join(', '),
    birthDate: patient.birthDate,
    sex: patient.sex,
    region: question?.region ?? '',
    side: question?.side ?? '',
    question: question?.questions[0]?.text ?? '',
    waiting: waitingOf(state, now, role),
    tracks: tracksOf(state, now, role).map(({ track, mark }) => ({ track, mark })),
    promisedBy: clock.promisedBy,
    running: clock.startedAt !== null && clock.pausedAt === null && !over,
    readerName: reading.reader?.name ?? offer?.reader.name ?? null,
    offerId: offer !== null && offer.reader.readerId === subject.personId ? offer.offerId : null,
    updatedAt: state.updatedAt,
  };
}
