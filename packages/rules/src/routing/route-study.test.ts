import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENT, studyOf } from '../../../../testing/rules/cast.ts';
import { upTo } from '../../../../testing/rules/journey.ts';
import type { CaseState, CaseStudy } from '../case/state.ts';
import { caseNumbersIn, type RoutedStudy, routeStudy } from './route-study.ts';

const base = upTo('pay').state;
const locked = { report: {}, hash: '', at: '' } as unknown as NonNullable<CaseState['reading']['locked']>;

/** An open case of the cast's patient without images, unless `change` says otherwise. */
function caseOf(number: string, change: Partial<CaseState> = {}): CaseState {
  const reading = { ...base.reading, locked: null };
  return { ...base, id: `id-${number}`, number, studies: [], reading, closedAt: null, cancelled: null, ...change };
}
const stranger = { name: { family: 'Stone', given: 'Ada' }, birthDate: '1990-09-09', sex: 'F' } as const;
const has = (uid: string, change: Partial<CaseStudy> = {}): CaseStudy[] => [
  { ...(base.studies[0] as CaseStudy), ...studyOf(uid), state: 'attached', ...change },
];
const study = (change: Partial<RoutedStudy> = {}): RoutedStudy => ({ ...studyOf('1.2.3'), ...change });
const reasons = (routed: RoutedStudy, cases: readonly CaseState[]) =>
  routeStudy(routed, cases).candidates.map(({ number, because }) => [number, ...because]);

describe('caseNumbersIn', () => {
  it.each([
    [{ accessionNumber: '2026-0432' }, ['2026-0432']],
    [{ accessionNumber: 'OVR-2026-0432' }, ['2026-0432']],
    [{ description: 'MR KNEE / case 2026-0007, second opinion' }, ['2026-0007']],
    [{ accessionNumber: '2026-0432', description: '2026-0432 2026-0433' }, ['2026-0432', '2026-0433']],
    [{ accessionNumber: '12026-0432' }, []],
    [{ accessionNumber: '2026-043' }, []],
    [{ description: '2026-10-12' }, []],
  ])('finds in %o: %o', (change, numbers) => {
    expect(caseNumbersIn(study(change))).toEqual(numbers);
  });
});

describe('routeStudy', () => {
  it('goes to the case whose number stands in the study, even of another person: there it is held', () => {
    const cases = [caseOf('2026-0001', { patient: stranger }), caseOf('2026-0002', { patient: stranger })];
    expect(routeStudy(study({ accessionNumber: 'OVR-2026-0002' }), cases).caseId).toBe('id-2026-0002');
  });

  it.each([
    ['same-study', has('1.2.3', { accessionNumber: 'X', patient: { ...studyOf('1').patient, id: 'X' } })],
    ['accession-number', has('9.9', { institution: 'Elsewhere', patient: { ...studyOf('1').patient, id: 'X' } })],
    ['patient-id', has('9.9', { accessionNumber: 'X' })],
  ])('goes to the case that it shares with: %s', (because, studies) => {
    const found = routeStudy(study(), [caseOf('2026-0001', { studies }), caseOf('2026-0002', { patient: stranger })]);
    expect(found.caseId).toBe('id-2026-0001');
    expect(found.candidates[0]?.because).toEqual([because, 'name-and-birth-date']);
  });

  it('believes no number of a facility where the person is another one, nor of a study that was sent back', () => {
    const studies = has('1.2.3');
    expect(routeStudy(study(), [caseOf('2026-0001', { studies, patient: stranger })]).candidates).toEqual([]);
    const rejected = has('1.2.3', { state: 'rejected' });
    expect(routeStudy(study(), [caseOf('2026-0001', { studies: rejected })]).caseId).toBeNull();
  });

  it('suggests by name and birth date, and leaves it to a person', () => {
    const found = routeStudy(study(), [caseOf('2026-0001'), caseOf('2026-0002', { patient: stranger })]);
    expect(found.caseId).toBeNull();
    expect(found.candidates.map(({ number }) => number)).toEqual(['2026-0001']);
    const born = { ...PATIENT, birthDate: '1961-04-04' };
    expect(reasons(study(), [caseOf('2026-0001', { patient: born })])).toEqual([]);
  });

  it('leaves it to a person where two cases are sure, the better reason first', () => {
    const cases = [caseOf('2026-0001', { studies: has('9.9') }), caseOf('2026-0002')];
    const found = routeStudy(study({ description: 'for 2026-0002' }), cases);
    expect(found.caseId).toBeNull();
    expect(found.candidates.map(({ number }) => number)).toEqual(['2026-0002', '2026-0001']);
  });

  const states = fc.array(
    fc.record({
      nth: fc.integer({ min: 1, max: 30 }),
      patient: fc.constantFrom(PATIENT, stranger),
      knows: fc.constantFrom('nothing', '1.2.3', '9.9'),
      over: fc.constantFrom('open', 'closed', 'cancelled', 'locked'),
    }),
    { maxLength: 6 },
  );
  const studies = fc.record({
    number: fc.integer({ min: 1, max: 30 }),
    numbered: fc.boolean(),
    accession: fc.constantFrom('', 'A1', 'B2'),
  });
  const make = (given: { nth: number; patient: CaseState['patient']; knows: string; over: string }[]) =>
    [...new Map(given.map((one) => [one.nth, one])).values()].map(({ nth, patient, knows, over }) =>
      caseOf(`2026-${String(nth).padStart(4, '0')}`, {
        patient,
        studies: knows === 'nothing' ? [] : has(knows),
        ...(over === 'closed' ? { closedAt: '2026-11-01T00:00:00Z' } : {}),
        ...(over === 'cancelled' ? { cancelled: { reason: 'x', at: '2026-11-01T00:00:00Z' } } : {}),
        ...(over === 'locked' ? { reading: { ...base.reading, locked } } : {}),
      }),
    );

  it('whatever the cases: only an open one, only where exactly one is sure, in any order, whatever else there is', () => {
    fc.assert(
      fc.property(states, studies, (given, { number, numbered, accession }) => {
        const cases = make(given);
        const routed = study({
          accessionNumber: accession,
          description: numbered ? `2026-${String(number).padStart(4, '0')}` : '',
        });
        const { caseId, candidates } = routeStudy(routed, cases);
        const open = cases.filter((one) => !one.closedAt && !one.cancelled && !one.reading.locked);
        const sure = candidates.filter(({ isSure }) => isSure);
        expect(caseId).toBe(sure.length === 1 ? sure[0]?.caseId : null);
        for (const one of candidates) expect(open.map(({ id }) => id)).toContain(one.caseId);
        expect(routeStudy(routed, cases.toReversed())).toEqual({ caseId, candidates });
        const other = caseOf('2027-9999', { patient: stranger });
        expect(routeStudy(routed, [...cases, other])).toEqual({ caseId, candidates });
        for (const one of sure) {
          const named = one.because.includes('case-number');
          expect(named || one.identity.verdict !== 'other-patient').toBe(true);
        }
      }),
      { seed: 12, numRuns: 400 },
    );
  });
});
