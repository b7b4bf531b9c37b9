import { DEMO_SEED, seedScript } from '@overread/demo';
import type { EventType } from '@overread/rules/case/events.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../testing/service.ts';
import { createMaker } from './maker.ts';
import { seedDemo } from './seed.ts';

/** The script counts back from the moment at which the seed starts, which a test knows to within some seconds. */
const TOLERANCE_MS = 2 * 60_000;
const delivered = DEMO_SEED.find(({ until }) => until === 'delivered') ?? DEMO_SEED[0];

describe('the demo practice', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.stop());

  async function recordOf(caseId: string) {
    return (await service.rooms.cases.record(caseId)).events.map(({ type, at }) => ({ type, at }));
  }

  it('has the past of its script, images and delivery included, also when a start was stopped in the middle', async () => {
    if (delivered === undefined) throw new Error('The demo has no case.');
    const script = seedScript(delivered, new Date().toISOString());
    const maker = createMaker();
    // Stopped as soon as the images are there: what runs in the background by then must not tell the case as of now.
    const stopped = new AbortController();
    service.rooms.cases.onEvents(async (_tx, { events }) => {
      if (events.some(({ type }) => type === 'imagesReceived')) stopped.abort();
    });
    const only = [delivered.intake.key];
    await seedDemo(service, { maker, progress: () => undefined, only, signal: stopped.signal });
    expect((await recordOf(script.caseId)).map(({ type }) => type)).toContain('imagesReceived');
    expect((await recordOf(script.caseId)).map(({ type }) => type)).not.toContain('reportReceived');
    await seedDemo(service, { maker, progress: () => undefined, only });
    await maker.close();

    const record = await recordOf(script.caseId);
    const planned = script.steps.map(({ at }) => Date.parse(at));
    for (const { type, at } of record) {
      const nearest = Math.min(...planned.map((time) => Math.abs(time - Date.parse(at))));
      expect(nearest, `${type} at ${at}`).toBeLessThan(TOLERANCE_MS);
    }
    const timeOf = (wanted: EventType) => record.filter(({ type }) => type === wanted).map(({ at }) => Date.parse(at));
    const stepAt = (kind: string) => Date.parse(script.steps.find((step) => step.kind === kind)?.at ?? '');
    for (const [type, kind] of [
      ['imagesReceived', 'disc'],
      ['reportReceived', 'report'],
      ['resultDelivered', 'deliver'],
    ] as const) {
      expect(timeOf(type)).toHaveLength(1);
      expect(Math.abs((timeOf(type)[0] ?? 0) - stepAt(kind))).toBeLessThan(TOLERANCE_MS);
    }
  }, 60_000);
});
