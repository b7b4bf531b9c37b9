import { describe, expect, it } from 'vitest';
import { actorOf, subjectOf } from '../../../../testing/rules/cast.ts';
import { say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import { refuse } from '../access/policy.ts';
import type { CommandOf } from '../case/commands.ts';
import { AGREEMENT_VERSION } from '../case/vocabulary.ts';
import { identifyingWords } from './identifying.ts';
import { teachingBar } from './teaching.ts';

const patient = actorOf('patient');
const AGREE: CommandOf<'agreeTo'> = {
  type: 'agreeTo',
  what: 'teaching',
  version: AGREEMENT_VERSION,
  language: 'en',
  signerName: 'Ruth Almeida',
  people: [],
};
const agreed = () => say(upTo('deliver'), [patient, AGREE]);

describe('a teaching case', () => {
  it('is made where the patient has agreed, and no longer when she has taken it back', () => {
    expect(teachingBar(upTo('deliver').state)).toEqual({ code: 'not-yet', needs: ['teaching-agreement'] });
    expect(teachingBar(agreed().state)).toBeNull();
    const back = say(agreed(), [patient, { type: 'takeBackAgreement', what: 'teaching' }]);
    expect(teachingBar(back.state)).toEqual({ code: 'not-yet', needs: ['teaching-agreement'] });
  });

  it('is of a delivered second opinion that differs', () => {
    const early = say(upTo('compare'), [patient, AGREE]);
    expect(teachingBar(early.state)).toEqual({ code: 'not-yet', needs: ['signature'] });
    expect(teachingBar(say(early, WAY.sign).state)).toEqual({ code: 'not-yet', needs: ['delivery'] });
    const [reader, { comparison }] = WAY.compare;
    const alike = { ...comparison, pairs: [], agreement: 'concordant' } as const;
    const same = say(upTo('reveal'), [reader, { type: 'compareReports', comparison: alike }], WAY.sign, WAY.deliver);
    expect(teachingBar(say(same, [patient, AGREE]).state)).toMatchObject({ code: 'not-found', what: 'discrepancy' });
  });

  it('is for the reader of the case and for the administrator, and for nobody else', () => {
    const { state } = agreed();
    const open = (['patient', 'coordinator', 'reader', 'referrer', 'administrator'] as const).filter(
      (role) => refuse(subjectOf(role), 'teaching:make', state) === null,
    );
    expect(open).toEqual(['reader', 'administrator']);
    expect(refuse(subjectOf('administrator'), 'teaching:make', upTo('deliver').state)?.code).toBe('not-yet');
  });
});

it('names everybody and every place that the case knows, with each word of a name', () => {
  const words = identifyingWords(agreed().state);
  for (const one of [
    'Almeida',
    'Ruth',
    'ruth@mail.example',
    'Anna',
    'Lindqvist',
    'Harbour Imaging',
    'Harbour',
    '2026-0001',
  ])
    expect(words).toContain(one);
  for (const generic of ['Imaging', 'brain', 'Eight lesions.', 'MRI of the cord.'])
    expect(words).not.toContain(generic);
});
