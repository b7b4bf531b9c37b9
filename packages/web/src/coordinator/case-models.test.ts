import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { amountText, parseAmount } from './amount.ts';
import { identityLines, personName } from './identity-model.ts';
import { missingForReader, nextAct, owedMinor } from './next-act.ts';
import { entryWords, newestFirst } from './record-words.ts';

describe('a typed amount', () => {
  it.each([
    ['420', 42_000],
    ['420.5', 42_050],
    ['420,50', 42_050],
    ['€ 1,250.00', 125_000],
    ['1.250,00', 125_000],
    ['1 250', 125_000],
    ['1,250', 125_000],
    ['0', 0],
  ])('reads %s', (text, minor) => {
    expect(parseAmount(text, 'EUR')).toEqual({ amountMinor: minor, currency: 'EUR' });
  });

  it.each(['', 'free', '-5', '1,25,0', '12.345.6'])('refuses %s', (text) => {
    expect(parseAmount(text, 'EUR')).toBeNull();
  });

  it('types it with its cents', () => {
    expect(amountText({ amountMinor: 42_000, currency: 'EUR' })).toBe('420.00');
  });
});

describe('who is on the images', () => {
  const patient = { name: { family: 'Almeida', given: 'Ruth' }, birthDate: '1961-03-14', sex: 'F' } as const;
  const study = (sex: string, because: readonly string[]) =>
    ({
      patient: { name: 'ALMEIDA^RUTH', id: '1', birthDate: '1961-04-13', sex },
      identity: { verdict: 'doubt', because },
    }) as unknown as CaseStudy;

  it('reads a name as DICOM writes it', () => {
    expect(personName('ALMEIDA^RUTH^MARIA')).toBe('ALMEIDA, RUTH MARIA');
    expect(personName('Yamada^Tarou=山田^太郎')).toBe('Yamada, Tarou / 山田, 太郎');
    expect(personName('')).toBe('');
  });

  it('lays name, date and sex side by side and takes the fit from the rules', () => {
    const lines = identityLines(patient, study('', ['name-agrees', 'birth-date-swapped']));
    expect(lines).toEqual([
      { what: 'name', patient: 'Almeida, Ruth', study: 'ALMEIDA, RUTH', fit: 'same' },
      { what: 'birthDate', patient: '1961-03-14', study: '1961-04-13', fit: 'swapped' },
      { what: 'sex', patient: 'F', study: '', fit: 'not-given' },
      { what: 'id', patient: '', study: '1', fit: 'not-given' },
    ]);
    const other = identityLines(patient, study('M', ['name-partly', 'birth-date-differs', 'sex-differs']));
    expect(other.map(({ fit }) => fit)).toEqual(['partly', 'differs', 'differs', 'not-given']);
    expect(identityLines(patient, study('F', ['name-empty', 'birth-date-agrees'])).map(({ fit }) => fit)).toEqual([
      'not-given',
      'same',
      'same',
      'not-given',
    ]);
    const known = identityLines(patient, study('F', ['name-agrees', 'birth-date-agrees', 'patient-id-differs']));
    expect(known.at(-1)).toEqual({ what: 'id', patient: '', study: '1', fit: 'differs' });
  });
});

const base = {
  question: null,
  mayDo: [],
  redFlags: { answeredAt: null, yes: [], clearedBy: null, clearedNote: '' },
  studies: [],
  offers: [],
  outside: null,
  tracks: [],
  decision: { recorded: null },
  materials: { images: 'missing', report: 'missing', history: 'missing', consent: 'missing' },
  funding: { route: null, price: null, coverage: null, payments: [], institution: null, waivedBecause: null },
} as unknown as CaseView;
const view = (change: object) => ({ ...base, ...change }) as CaseView;

describe('what comes next', () => {
  it('puts a red flag before everything else, and nothing that may not be done', () => {
    const flagged = view({ mayDo: ['clearRedFlags', 'acceptImages'], redFlags: { yes: ['stroke'], clearedBy: null } });
    expect(nextAct(flagged)).toEqual({ part: 'question', act: 'clearRedFlags' });
    expect(nextAct(view({ redFlags: { yes: ['stroke'], clearedBy: null } }))).toBeNull();
  });

  it('asks for a reader only when all is there', () => {
    const ready = {
      mayDo: ['offerCase'],
      question: {},
      materials: { images: 'accepted', report: 'declared-none', consent: 'accepted' },
      tracks: [{ track: 'funding', mark: 'done' }],
    };
    expect(nextAct(view(ready))).toEqual({ part: 'reading', act: 'offerCase' });
    expect(nextAct(view({ ...ready, tracks: [] }))).toBeNull();
    expect(missingForReader(view({ ...ready, tracks: [] }))).toEqual(['funding']);
    expect(nextAct(view({ ...ready, offers: [{ state: 'offered' }] }))).toBeNull();
  });

  it('knows what the patient still owes', () => {
    const price = { amountMinor: 42_000, currency: 'EUR' };
    const paid = [{ amount: { amountMinor: 20_000, currency: 'EUR' } }];
    expect(owedMinor(view({ funding: { ...base.funding, route: 'self-pay', price, payments: paid } }))).toBe(22_000);
    expect(owedMinor(view({ funding: { ...base.funding, route: 'insurance', price } }))).toBeNull();
    expect(owedMinor(view({ funding: { ...base.funding, route: 'self-pay', price, waivedBecause: 'x' } }))).toBeNull();
  });
});

describe('the record', () => {
  it('puts the newest first and writes dates as people do', () => {
    const event = (version: number, say: string) =>
      ({ version, say, at: '2026-05-12T09:00:00Z', type: 'clockStarted', actor: 'x', hash: 'y' }) as const;
    const events = [event(1, 'a'), event(2, 'Promised by 2026-11-18.')];
    expect(newestFirst(events).map(({ version }) => version)).toEqual([2, 1]);
    expect(entryWords('en', event(2, 'Promised by 2026-11-18.'))).toBe('Promised by 18 Nov 2026.');
    expect(entryWords('en', event(1, 'Text of version 2026-11.'))).toBe('Text of version 2026-11.');
  });
});
