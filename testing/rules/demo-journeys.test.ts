import { DEMO_CASES, DEMO_PRACTICE, DEMO_SEED } from '@overread/demo';
import type { SeedPlan, SeedPoint } from '@overread/demo/practice/demo-case.ts';
import { seedScript } from '@overread/demo/practice/seed-script.ts';
import { suggestReaders } from '@overread/rules';
import { replay } from '@overread/rules/case/evolve.ts';
import { stageOf } from '@overread/rules/case/stage.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { waitingOf } from '@overread/rules/case/waiting.ts';
import { describe, expect, it } from 'vitest';
import { commandOf, demoContext, run, type Told } from './replay.ts';

const NOW = '2026-11-25T15:00:00.000Z';
const NOTHING: Told = { state: null, events: [] };

function play(plan: SeedPlan): Told & { readonly state: CaseState } {
  let told = NOTHING;
  for (const step of seedScript(plan, NOW).steps) {
    const command = commandOf(step);
    const next = run(told, command, demoContext(step.at, step.actor));
    if ('refused' in next) throw new Error(`${command.type} was refused: ${JSON.stringify(next.refused)}`);
    told = next;
  }
  if (told.state === null) throw new Error('The script opened no case.');
  return { state: told.state, events: told.events };
}

const told = (key: 'ms' | 'normal', until: SeedPoint): SeedPlan => ({
  intake: DEMO_CASES[key],
  outcome: DEMO_CASES[key],
  until,
  openedDaysAgo: 12,
  missing: [],
  request: null,
  ask: null,
  coverage: null,
});

const wholeJourneys = (['ms', 'normal'] as const).map((key) => [key, told(key, 'closed')] as const);

describe('the cases on the demo desk', () => {
  const WHERE: Readonly<Record<string, readonly [stage: string, waitsOn: string, say: string]>> = {
    normal: ['delivered', 'referrer', 'waiting.referrer-opens'],
    almeida: ['preparing', 'facility', 'waiting.images-asked'],
    svensson: ['preparing', 'patient', 'waiting.answer'],
    haddad: ['preparing', 'facility', 'waiting.report-asked'],
    costa: ['preparing', 'coordinator', 'waiting.red-flag'],
    nakamura: ['checking', 'coordinator', 'waiting.two-people'],
    yilmaz: ['checking', 'coordinator', 'waiting.identity'],
    dubois: ['funding', 'insurer', 'waiting.authorization'],
    banerjee: ['matching', 'coordinator', 'waiting.match'],
    grant: ['matching', 'reader', 'waiting.offer'],
    lange: ['reading', 'reader', 'waiting.reading'],
  };

  it.each(DEMO_SEED.map((plan) => [plan.intake.key, plan] as const))('%s comes as far as it is told', (key, plan) => {
    const { state } = play(plan);
    const waiting = waitingOf(state, NOW);
    expect([stageOf(state), waiting.who, waiting.say]).toEqual(WHERE[key]);
  });

  it('are all looked at', () => {
    expect(DEMO_SEED.map(({ intake }) => intake.key).sort()).toEqual(Object.keys(WHERE).sort());
  });

  it('attach nothing of another patient', () => {
    const plan = DEMO_SEED.find(({ intake }) => intake.key === 'nakamura');
    if (plan === undefined) throw new Error('The demo has no case of Nakamura.');
    expect(play(plan).state.studies.map(({ state, identity }) => [state, identity.verdict])).toEqual([
      ['attached', 'match'],
      ['held', 'other-patient'],
    ]);
  });
});

describe.each(wholeJourneys)('case %s', (key, plan) => {
  it('goes from the disc to the recorded decision', () => {
    const { state, events } = play(plan);
    expect(stageOf(state)).toBe('closed');
    expect(state.decision.recorded?.outcome).toBe(DEMO_CASES[key].decision.outcome);
    expect(events.map(({ type }) => type)).toContain('clockStarted');
    expect(replay(events)).toEqual(state);
  });

  it('is decided on after it was delivered', () => {
    const differs = DEMO_CASES[key].comparison.agreement !== 'concordant';
    expect(stageOf(play({ ...plan, until: 'delivered' }).state)).toBe('delivered');
    expect(stageOf(play({ ...plan, until: 'seen' }).state)).toBe(differs ? 'deciding' : 'delivered');
    const decided = play({ ...plan, until: 'decided' }).state;
    expect([stageOf(decided), waitingOf(decided, NOW).say]).toEqual(['deciding', 'waiting.close']);
  });

  it('has one reader who suits it', () => {
    const { state } = play({ ...plan, until: 'funded' });
    const suited = suggestReaders(state, DEMO_PRACTICE.readers, NOW).filter((each) => each.suited);
    expect(suited.map(({ reader }) => reader.readerId)).toEqual([DEMO_CASES[key].readerId]);
  });
});
