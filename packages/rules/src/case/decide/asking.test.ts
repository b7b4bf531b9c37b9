import { describe, expect, it } from 'vitest';
import { actorOf, contextOf, subjectOf } from '../../../../../testing/rules/cast.ts';
import { refusalOf, type Said, say, upTo, WAY } from '../../../../../testing/rules/journey.ts';
import { refuse } from '../../access/policy.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';

const [patient, referrer] = [actorOf('patient'), actorOf('referrer')];
const by = (actor: Said[0], command: Command): Said => [actor, command];

describe('opening a case', () => {
  const open = WAY.open[1];
  it.each([
    [{ patient: { ...open.patient, birthDate: '1961-02-30' } }, { code: 'field-wrong', field: 'patient.birthDate' }],
    [{ patient: { ...open.patient, birthDate: '2061-02-03' } }, { code: 'field-wrong', field: 'patient.birthDate' }],
    [
      { patient: { ...open.patient, name: { family: ' ', given: 'R' } } },
      { code: 'field-empty', field: 'patient.name.family' },
    ],
    [{ contact: { email: 'ruth', phone: '' } }, { code: 'field-wrong', field: 'contact.email' }],
    [{ contact: { email: '', phone: '' } }, { code: 'field-empty', field: 'contact.phone' }],
    [{ place: 'Massachusetts' }, { code: 'field-wrong', field: 'place' }],
    [{ patientPersonId: 'otherPatient' }, { code: 'not-your-case' }],
  ])('refuses %o', (change, refused) => {
    const decision = decide(null, { ...open, ...change }, contextOf('2026-11-02T14:00:00Z', patient));
    expect(decision).toMatchObject({ refused });
  });

  it('is refused for a case that is there, and everything else for one that is not', () => {
    expect(refusalOf(upTo('open'), WAY.open)).toBe('case-exists');
    expect(decide(null, WAY.ask[1], contextOf('2026-11-02T14:00:00Z', patient))).toEqual({
      refused: { code: 'no-such-case' },
    });
  });
});

describe('the referrer', () => {
  it('adds a question and leaves the patient’s words alone', () => {
    const ask = WAY.ask[1];
    const added = {
      ...ask,
      questions: [...ask.questions, { id: 'q2', askedBy: 'referrer', text: 'Do any enhance?' } as const],
    };
    expect(refusalOf(upTo('name'), by(referrer, added))).toBeNull();
    expect(refusalOf(upTo('name'), by(referrer, { ...added, symptoms: 'None.' }))).toBe('field-wrong');
    expect(refusalOf(upTo('name'), by(referrer, { ...ask, questions: [] }))).toBe('field-empty');
  });

  it('may be named by a mail address alone', () => {
    const named = by(patient, {
      type: 'nameReferrer',
      personId: null,
      name: 'Dr. Weiss',
      email: 'Weiss@clinic.example',
    });
    const { state } = say(upTo('flags'), named);
    const mailed = { ...subjectOf('otherReferrer'), email: 'weiss@clinic.example' };
    expect(refuse(mailed, 'case:view', state)).toBeNull();
    expect(refuse(subjectOf('otherReferrer'), 'case:view', state)?.code).toBe('not-your-case');
    expect(refuse({ ...mailed, email: '' }, 'case:view', state)?.code).toBe('not-your-case');
  });
});
