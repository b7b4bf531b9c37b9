import { compareReports } from '@overread/findings';
import { CONSENT_VERSION } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { makeStudy } from '../generator/make-study.ts';
import { BRAIN_PROTOCOL } from '../generator/protocol.ts';
import type { MadeInstance } from '../generator/truth.ts';
import type { DemoCase } from './demo-case.ts';
import { DEMO_CASES, DEMO_SEED, DEMO_SIGN_INS } from './demo-cases.ts';
import { DEMO_PEOPLE, DEMO_PRACTICE } from './practice.data.ts';
import { seedScript } from './seed-script.ts';

const NOW = '2026-11-24T12:00:00.000Z';

const secondText = ({ second }: DemoCase): string =>
  [
    `TECHNIQUE: ${second.technique}`,
    `COMPARISON: ${second.comparison}`,
    `FINDINGS: ${second.findings}`,
    `IMPRESSION: ${second.impression}`,
    `RECOMMENDATIONS: ${second.recommendations}`,
  ].join('\n\n');

const middle = (points: readonly (readonly [number, number])[], axis: number): number =>
  points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;

function pixelAt(instance: MadeInstance | undefined, [column = 0, row = 0]: readonly number[]): number {
  if (instance === undefined) throw new Error('The marked image is not on the disc.');
  const { bytes, rows, columns } = instance;
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - rows * columns * 2);
  return view.getUint16((row * columns + column) * 2, true);
}

describe('the told cases', () => {
  it.each([DEMO_CASES.ms, DEMO_CASES.normal])(
    'come out as told when their reports are compared by rule ($key)',
    (told) => {
      const compared = compareReports(told.report.text, secondText(told));
      expect(compared.agreement).toBe(told.comparison.agreement);
    },
  );

  it('quote sentences that stand in the reports', () => {
    for (const told of Object.values(DEMO_CASES)) {
      const second = secondText(told);
      for (const { original, second: said } of told.comparison.pairs) {
        if (original !== null) expect(told.report.text).toContain(original);
        if (said !== null) expect(second).toContain(said);
      }
    }
  });

  it('answer every question that was asked', () => {
    for (const told of Object.values(DEMO_CASES)) {
      const answered = told.second.answers.map(({ questionId }) => questionId);
      expect(answered).toEqual(told.question.questions.map(({ id }) => id));
    }
  });

  it('mark the enhancing lesion where the made images show it', () => {
    const { study, second } = DEMO_CASES.ms;
    const protocol = BRAIN_PROTOCOL.map((plan) => ({ ...plan, noise: 0 }));
    const made = makeStudy({ ...study, protocol });
    const [mark] = second.marks;
    const marked = made.instances.find(({ sopInstanceUid }) => sopInstanceUid === mark?.sopInstanceUid);
    const before = made.instances.find(
      ({ seriesDescription, position }) => seriesDescription === 'AX T1 PRE' && position[2] === marked?.position[2],
    );
    expect(marked?.seriesInstanceUid).toBe(mark?.seriesInstanceUid);
    // A ring: both ends of the line enhance.
    for (const [column, row] of mark?.points ?? []) {
      const inwards = [column, row].map((at, axis) => Math.round(at + 0.15 * (middle(mark?.points ?? [], axis) - at)));
      const gain = pixelAt(marked, inwards) - pixelAt(before, inwards);
      expect(gain).toBeGreaterThan(80);
    }
    expect(mark?.lengthMm).toBe(13);
  });

  it('belong to the person whose images they are', () => {
    for (const { intake } of DEMO_SEED) {
      if (intake.study?.patient === undefined || intake.key === 'yilmaz') continue;
      const { name, birthDate, sex } = intake.patient;
      expect(intake.study.patient).toMatchObject({ name: `${name.family}^${name.given}`, birthDate, sex });
    }
    const { patient, study } = DEMO_CASES.ms;
    expect(study.patient).toMatchObject({
      name: `${patient.name.family}^${patient.name.given}`,
      birthDate: patient.birthDate,
    });
  });
});

describe('the practice', () => {
  it('has people for every role, at domains that lead nowhere', () => {
    const roles = new Set(DEMO_SIGN_INS.flatMap((person) => person.roles));
    expect([...roles].sort()).toEqual(['administrator', 'coordinator', 'patient', 'reader', 'referrer']);
    expect(DEMO_SIGN_INS.every(({ email }) => /^[a-z.]+@[a-z]+\.example$/.test(email))).toBe(true);
    expect(new Set(DEMO_SIGN_INS.map(({ personId }) => personId)).size).toBe(DEMO_SIGN_INS.length);
    expect(new Set(DEMO_SIGN_INS.map(({ email }) => email)).size).toBe(DEMO_SIGN_INS.length);
    for (const personId of Object.values(DEMO_PRACTICE.signIn)) {
      expect(DEMO_PRACTICE.people.map((person) => person.personId)).toContain(personId);
    }
  });

  it('has exactly one reader whom nothing keeps from the demo case', () => {
    const free = DEMO_PRACTICE.readers.filter(
      ({ subspecialties, licences, affiliations, openCases, capacity }) =>
        subspecialties.includes('neuroradiology') &&
        licences.some(({ place }) => place === DEMO_CASES.ms.place) &&
        !affiliations.includes(DEMO_CASES.ms.report.facility) &&
        openCases < capacity,
    );
    expect(free.map(({ readerId }) => readerId)).toEqual([DEMO_PEOPLE.solheim.personId]);
  });

  it('observes no holiday on a weekend', () => {
    const days = DEMO_PRACTICE.calendar.holidays.map((date) => new Date(`${date}T12:00:00Z`).getUTCDay());
    expect(days.filter((day) => day === 0 || day === 6)).toEqual([]);
  });
});

describe('seedScript', () => {
  const scripts = DEMO_SEED.map((plan) => seedScript(plan, NOW));

  it('tells each case in order, from its opening to before now', () => {
    for (const { steps } of scripts) {
      const times = steps.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect((times.at(-1) ?? NOW) < NOW).toBe(true);
      expect(steps[0]).toMatchObject({ kind: 'command', command: { type: 'openCase' } });
    }
    expect(new Set(scripts.map(({ caseId }) => caseId)).size).toBe(scripts.length);
    expect(new Set(scripts.map(({ number }) => number)).size).toBe(scripts.length);
  });

  it('is the same for the same moment, and does not hold case A', () => {
    expect(DEMO_SEED.map((plan) => seedScript(plan, NOW))).toEqual(scripts);
    expect(scripts.map(({ number }) => number)).not.toContain(DEMO_CASES.ms.number);
  });

  it('names the consent text in use and the day of a request', () => {
    const commands = scripts.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'command' ? [{ at: step.at, command: step.command }] : [])),
    );
    for (const { at, command } of commands) {
      if (command.type === 'giveConsent') expect(command.consentVersion).toBe(CONSENT_VERSION);
      if (command.type === 'requestRecords') expect(command.sentOn).toBe(at.slice(0, 10));
    }
    expect(commands.some(({ command }) => command.type === 'requestRecords')).toBe(true);
  });

  it('hands over discs that can be made', () => {
    for (const { steps } of scripts) {
      for (const step of steps) {
        if (step.kind !== 'disc') continue;
        const study = makeStudy({ ...step.study, scale: { slices: 2, matrix: 16 } });
        expect(study.instances.length).toBeGreaterThan(5);
      }
    }
  });
});
