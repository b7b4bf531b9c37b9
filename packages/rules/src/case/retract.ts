import type { EventOf } from './events.ts';
import { NOTHING } from './evolve/opened.ts';
import type { CaseState, Offer, Retraction } from './state.ts';
import { asThird } from './third.ts';
import type { Actor, Role } from './vocabulary.ts';

type Data = EventOf<'reportRetracted'>['data'];

/**
 * The case after a signed report was taken back. The second opinion takes the decision and a third read along, which rest on
 * it; the case goes back to where the mistake was: other images are asked for, the right original is, or another reader.
 */
export function retracted(state: CaseState, data: Data, { at, by }: { at: string; by: Actor }): Partial<CaseState> {
  const { cause, reason } = data;
  const gone = (
    read: Retraction['read'],
    { reading, delivery }: Pick<CaseState, 'reading' | 'delivery'>,
  ): Retraction => ({ cause, reason, at, by, read, reading, delivery });
  const before = state.retractions ?? [];
  const third = state.third ?? null;
  if (data.read === 'third' && third !== null) {
    const { reading, delivery } = NOTHING;
    return {
      retractions: [...before, gone('third', third)],
      third: { ...third, reading, delivery, offers: third.offers.map(takenBack) },
    };
  }
  const withThird = third?.reading.signed == null ? [] : [gone('third', third)];
  return {
    retractions: [...before, gone('second', state), ...withThird],
    ...{ delivery: NOTHING.delivery, decision: NOTHING.decision, clock: NOTHING.clock, third: null, closedAt: null },
    ...backTo(state, data),
  };
}

/** Where the case goes on: what is right stays, what is wrong has to come again. */
function backTo(state: CaseState, { cause, reason }: Data): Partial<CaseState> {
  const { materials, reading } = state;
  const anew = { reading: NOTHING.reading, offers: state.offers.map(takenBack), outside: null };
  if (cause === 'other-patient')
    return { ...anew, materials: { ...materials, images: 'rejected', imagesRejectedBecause: reason } };
  if (cause === 'error' || reading.reader === null) return anew;
  // The findings were written without the wrong original: they stand, and are compared with the right one.
  const { reader, acceptedAt, openedAt, locked } = reading;
  return {
    reading: { ...NOTHING.reading, reader, acceptedAt, openedAt, locked },
    materials: { ...materials, report: 'rejected', reportRejectedBecause: reason },
  };
}

/**
 * The reports that were taken back, as far as this person had them: patient and referrer what was delivered, the staff all,
 * a reader the own ones. Whoever reads the case now knows of none of the others.
 */
export function retractionsFor(state: CaseState, role: Role, personId: string | null): readonly Retraction[] {
  const all = state.retractions ?? [];
  if (role === 'coordinator' || role === 'administrator') return all;
  if (role === 'reader') return all.filter(({ reading }) => reading.reader?.readerId === personId);
  return all.filter(({ delivery }) => delivery.deliveredAt !== null);
}

const takenBack = (offer: Offer): Offer => (offer.state === 'accepted' ? { ...offer, state: 'withdrawn' } : offer);

/** The case as it was when the report that was taken back still stood: what its document is made from. */
export function asItStood(state: CaseState, { read, reading, delivery }: Retraction): CaseState {
  const stood = { ...state, third: null, reading, delivery };
  if (read === 'second') return stood;
  const second = [...(state.retractions ?? [])].reverse().find((each) => each.read === 'second');
  const whole = state.reading.signed === null && second !== undefined ? { ...state, reading: second.reading } : state;
  const { offers } = NOTHING;
  return asThird(whole, {
    ...{ reason: '', askedAt: '', price: null, settled: null, promisedBy: null, offers, reading, delivery },
  });
}
