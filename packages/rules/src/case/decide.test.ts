import { describe, expect, it } from 'vitest';
import { PEOPLE, subjectOf } from '../../../../testing/rules/cast.ts';
import { sha256 } from '../../../../testing/rules/hash.ts';
import { overWalks, type Taken } from '../../../../testing/rules/walk.ts';
import { sealHolds } from '../access/parts.ts';
import { refuse } from '../access/policy.ts';
import { COMMAND_TYPES } from '../access/roles.data.ts';
import { brokenRules } from '../matching/hard-rules.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EventType } from './events.ts';
import { replay } from './evolve.ts';
import { stageOf } from './stage.ts';
import type { CaseState } from './state.ts';
import { forMatching } from './third.ts';
import { STAGES } from './vocabulary.ts';

/** Checks every step of many random walks. The seed is fixed, so that a failure is the same tomorrow. */
function everyStep(check: (step: Taken) => void): void {
  overWalks(({ taken }) => taken.forEach(check), { numRuns: 80, seed: 20_261_125 });
}

const has = (step: Taken, ...types: readonly EventType[]): boolean =>
  step.events.some(({ type }) => types.includes(type));

function caseOf(state: CaseState | null): CaseState {
  if (state === null) throw new Error('There is no case yet.');
  return state;
}

/** The case before a step, as the reading that the step is about meets it. */
function metIn({ before, events }: Taken): CaseState {
  const state = caseOf(before);
  return events.some(({ data }) => data.read === 'third') ? forMatching(state) : state;
}

/** A signed report is taken back: what was there is kept with the retraction. */
const takesBack = (events: Taken['events']): boolean => events.some(({ type }) => type === 'reportRetracted');

/** What was promised while the case was open. */
const LATE_MONEY: readonly string[] = ['refundPaid', 'refundReturned', 'remittanceRecorded'];

describe('random walks', { timeout: 60_000 }, () => {
  it('reach every stage, and every command succeeds somewhere and is refused somewhere', () => {
    const reached = new Set<string>();
    const [did, refused] = [new Set<string>(), new Set<string>()];
    overWalks(
      ({ taken }) => {
        for (const { after, command, decision } of taken) {
          if (after !== null) reached.add(stageOf(after));
          ('events' in decision ? did : refused).add(command.type);
        }
      },
      { numRuns: 250, seed: 1 },
    );
    expect([...reached].sort()).toEqual([...STAGES].sort());
    expect(COMMAND_TYPES.filter((type) => !did.has(type))).toEqual([]);
    expect(COMMAND_TYPES.filter((type) => !refused.has(type))).toEqual([]);
  });

  it('leave a record from which the case is made again', () => {
    overWalks(
      ({ record, state }) => {
        expect(replay(record)).toEqual(state);
        expect(record.map(({ version }) => version)).toEqual(record.map((_, i) => i + 1));
      },
      { numRuns: 40, seed: 3 },
    );
  });
});

/** In a closed case: corrections, and an original report where the images were read without one. */
const LATE: readonly string[] = [
  ...['addendumAdded', 'resultDelivered', 'resultSeen', 'reportRetracted', 'refundSet', 'clockStarted'],
  ...['readerAsked', 'readerAnswered', 'callRecorded', 'resultShared', 'shareWithdrawn', 'shareOpened'],
  ...['reportReceived', 'reportAccepted', 'reportRejected', 'originalRevealed', 'reportsCompared', 'recordsReceived'],
];

describe('rules that hold at every step', { timeout: 60_000 }, () => {
  it('nothing is read before consent, accepted images and funding', () => {
    everyStep((step) => {
      if (!has(step, 'offerAccepted', 'readOpened', 'findingsLocked', 'sentOutside')) return;
      // A patient who takes her own images elsewhere asks nobody here to read them.
      if (step.actor.role === 'patient') return;
      const { consent, materials, funding } = metIn(step);
      expect(consent).not.toBeNull();
      expect(materials.images).toBe('accepted');
      expect(isPaid(funding)).toBe(true);
    });
  });

  it('what was locked is never changed, and its hash is that of its text', () => {
    everyStep(({ before, after, events }) => {
      for (const read of [
        (state: CaseState | null) => state?.reading,
        (state: CaseState | null) => state?.third?.reading,
      ]) {
        const locked = read(before)?.locked ?? null;
        if (locked !== null && !takesBack(events)) expect(read(after)?.locked).toEqual(locked);
      }
      for (const event of events) {
        if (event.type === 'findingsLocked') expect(event.data.hash).toBe(sha256(canonicalJson(event.data.report)));
      }
    });
  });

  it('a signed report stays as it is, and only who read it adds to it', () => {
    everyStep(({ before, after, events, actor }) => {
      if (before === null || before.reading.signed === null) return;
      if (takesBack(events) && after?.reading.signed === null) {
        expect(after.retractions?.some(({ reading }) => canonicalJson(reading) === canonicalJson(before.reading))).toBe(
          true,
        );
        return;
      }
      const { signed, revised, comparison, addenda } = before.reading;
      expect(after?.reading).toMatchObject({ signed, revised });
      if (comparison !== null) expect(after?.reading.comparison).toEqual(comparison);
      expect(after?.reading.addenda.slice(0, addenda.length)).toEqual(addenda);
      if (
        events.some(({ type, data }) => type === 'addendumAdded' && data.read !== 'third') &&
        before.reading.reader !== null
      )
        expect(actor).toMatchObject({ personId: before.reading.reader.readerId, role: 'reader' });
    });
  });

  it('images that do not fit are attached only by a decision of the coordinator, with a reason', () => {
    everyStep(({ after }) => {
      for (const study of after?.studies ?? []) {
        if (study.state !== 'attached' || study.identity.verdict === 'match') continue;
        expect(study.decision?.by.role).toBe('coordinator');
        expect(study.decision?.reason.trim()).not.toBe('');
      }
    });
  });

  it('images are accepted only once it is decided whose they are', () => {
    everyStep((step) => {
      if (has(step, 'imagesAccepted')) expect(step.before?.studies.some(({ state }) => state === 'held')).toBe(false);
    });
  });

  it('an open warning sign stops the patient in everything but leaving', () => {
    everyStep(({ before, command, actor, decision }) => {
      if (before === null || before.redFlags.yes.length === 0 || before.redFlags.clearedBy !== null) return;
      if (actor.role !== 'patient' || actor.personId !== 'patient') return;
      const leaving = ['openCase', 'withdrawConsent', 'cancelCase', 'takeBackAgreement', 'askErasure', 'writeMessage'];
      if (leaving.includes(command.type)) return;
      expect('refused' in decision && ['red-flag-open', 'not-your-role'].includes(decision.refused.code)).toBe(true);
    });
  });

  it('only a coordinator clears a warning sign, with a note', () => {
    everyStep(({ events, actor }) => {
      for (const event of events) {
        if (event.type !== 'redFlagsCleared') continue;
        expect(actor.role).toBe('coordinator');
        expect(event.data.note.trim()).not.toBe('');
      }
    });
  });

  it('the lock answers every question', () => {
    everyStep(({ before, events }) => {
      for (const event of events) {
        if (event.type !== 'findingsLocked') continue;
        const answered = event.data.report.answers.map(({ questionId }) => questionId);
        expect(answered).toEqual(caseOf(before).question?.questions.map(({ id }) => id));
      }
    });
  });

  it('the signature follows a comparison without an unchecked line, or there is no original report', () => {
    everyStep((step) => {
      if (!has(step, 'reportSigned')) return;
      const { reading, materials, earlier } = metIn(step);
      if (materials.report !== 'declared-none' || earlier !== undefined) expect(reading.comparison).not.toBeNull();
      expect((reading.comparison?.pairs ?? []).filter(({ status }) => status === 'proposed')).toEqual([]);
    });
  });

  it('one offer is open at a time, to a reader whom no hard rule keeps from the case, and never to whoever offers', () => {
    everyStep((step) => {
      const { after, events, actor, now } = step;
      expect(after?.offers.filter(({ state }) => state === 'offered').length ?? 0).toBeLessThan(2);
      expect(after?.offers.filter(({ state }) => state === 'accepted').length ?? 0).toBeLessThan(2);
      for (const event of events) {
        if (event.type !== 'caseOffered') continue;
        expect(brokenRules(metIn(step), event.data.reader, now)).toEqual([]);
        expect(event.data.reader.readerId).not.toBe(actor.personId);
      }
    });
  });

  it('an offer is accepted by the reader to whom it was made, who declares no conflict', () => {
    everyStep((step) => {
      const { events, command, actor } = step;
      if (!events.some(({ type }) => type === 'offerAccepted') || command.type !== 'acceptOffer') return;
      expect(command.noConflict).toBe(true);
      expect(metIn(step).offers.find(({ state }) => state === 'offered')?.reader.readerId).toBe(actor.personId);
    });
  });

  it('a case goes outside only while no reader is at work on it', () => {
    everyStep(({ after }) => {
      if (after === null || after.outside === null) return;
      expect(after.reading.reader).toBeNull();
    });
  });

  it('a case that is over takes nothing more but addenda and their delivery, messages, what is taken back, its parcels, and late money', () => {
    everyStep(({ before, events }) => {
      if (before === null || (before.closedAt === null && before.cancelled === null)) return;
      const types = new Set(events.map(({ type }) => type));
      const late = before.cancelled === null ? [...LATE, 'messageWritten', 'agreementTakenBack'] : [];
      late.push('parcelNoted', 'caseErased', 'erasureAsked', ...LATE_MONEY);
      expect([...types].filter((type) => !late.includes(type))).toEqual([]);
    });
  });

  it('images and papers are erased once, with a reason and the number of the case, and never while law keeps them', () => {
    let erasures = 0;
    everyStep((step) => {
      const { before, after, command, actor, events } = step;
      if (before?.erased != null)
        expect(events.filter(({ type }) => type !== 'parcelNoted' && !LATE_MONEY.includes(type))).toEqual([]);
      if (!has(step, 'caseErased') || command.type !== 'eraseCase') return;
      erasures += 1;
      const state = caseOf(before);
      expect(['coordinator', 'administrator']).toContain(actor.role);
      expect(command.confirm).toBe(state.number);
      expect(command.reason.trim()).not.toBe('');
      if (state.reading.signed !== null) expect(['retention-ended', 'order']).toContain(command.ground);
      if (command.ground === 'retention-ended') expect(state.closedAt ?? state.cancelled?.at).toBeTruthy();
      expect(['closed', 'cancelled']).toContain(stageOf(caseOf(after)));
      expect(after?.erased).toMatchObject({ ground: command.ground, reason: command.reason, by: actor });
    });
    expect(erasures).toBeGreaterThan(3);
  });

  it('of an erased case nobody gets images, reports or documents, and whoever had a part still sees that it was there', () => {
    everyStep(({ after }) => {
      if (after?.erased == null) return;
      for (const person of PEOPLE) {
        const subject = subjectOf(person);
        for (const action of [
          'images:view',
          'images:upload',
          'report:view',
          'document:view',
          'packet:make',
          'copy:make',
        ] as const)
          expect(refuse(subject, action, after)).not.toBeNull();
        if (refuse(subject, 'case:view', after) === null && !sealHolds(after, person))
          expect(refuse(subject, 'images:view', after)?.code).toBe('case-erased');
      }
    });
  });

  it('a decision follows a delivery, and closing follows a decision', () => {
    everyStep((step) => {
      if (has(step, 'decisionRecorded')) expect(step.before?.delivery.deliveredAt).not.toBeNull();
      if (has(step, 'caseClosed')) expect(step.before?.decision.recorded).not.toBeNull();
      if (has(step, 'resultDelivered')) expect(metIn(step).reading.signed).not.toBeNull();
    });
  });

  it('whoever acts has a part in the case', () => {
    const parts: Readonly<Record<string, readonly string[]>> = {
      patient: ['patient'],
      referrer: ['referrer'],
      reader: ['reader', 'otherReader', 'chief', 'coordinator'],
    };
    everyStep(({ before, events, actor }) => {
      if (before === null || events.length === 0 || !Object.hasOwn(parts, actor.role)) return;
      if (actor.role === 'patient') expect(actor.personId).toBe(before.patientPersonId);
      if (actor.role === 'referrer') expect(actor.personId).toBe(before.referrer?.personId);
      if (actor.role === 'reader')
        expect(
          [...before.offers, ...(before.third?.offers ?? [])].some(
            ({ reader, state }) => reader.readerId === actor.personId && ['offered', 'accepted'].includes(state),
          ),
        ).toBe(true);
    });
  });
});

/** Paid, promised or waived, worked out here once more. */
function isPaid(funding: CaseState['funding']): boolean {
  const paid = funding.payments.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  const price = funding.price?.amountMinor ?? Number.POSITIVE_INFINITY;
  if (funding.waivedBecause !== null) return true;
  if (funding.route === 'institution') return funding.institution !== null;
  if (funding.route !== 'insurance') return paid >= price;
  const { coverage, authorization } = funding;
  if (coverage === null || coverage.answer === 'unclear') return false;
  if (coverage.answer === 'not-covered') return paid >= price;
  return (!coverage.authorizationNeeded || authorization !== null) && paid >= coverage.patientShare.amountMinor;
}
