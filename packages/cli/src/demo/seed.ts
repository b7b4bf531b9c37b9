import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_SEED, type SeedScript, type SeedStep, seedScript } from '@overread/demo';
import type { CommandType } from '@overread/rules/case/commands.ts';
import type { EventType } from '@overread/rules/case/events.ts';
import type { Service } from '@overread/server';
import type { Maker } from './maker.ts';

/** What each step leaves in the record: by that it is told whether an earlier start has done it. */
const LEAVES: Partial<Readonly<Record<CommandType | 'disc' | 'report' | 'deliver', EventType>>> = {
  openCase: 'caseOpened',
  askQuestion: 'questionAsked',
  nameReferrer: 'referrerNamed',
  answerRedFlags: 'redFlagsAnswered',
  giveHistory: 'historyGiven',
  giveConsent: 'consentGiven',
  requestRecords: 'recordsRequested',
  askPatient: 'patientAsked',
  acceptImages: 'imagesAccepted',
  acceptReport: 'reportAccepted',
  chooseFunding: 'fundingChosen',
  recordCoverage: 'coverageRecorded',
  recordPayment: 'paymentRecorded',
  offerCase: 'caseOffered',
  acceptOffer: 'offerAccepted',
  openRead: 'readOpened',
  lockFindings: 'findingsLocked',
  revealOriginal: 'originalRevealed',
  compareReports: 'reportsCompared',
  signReport: 'reportSigned',
  markSeen: 'resultSeen',
  recordDecision: 'decisionRecorded',
  closeCase: 'caseClosed',
  disc: 'imagesReceived',
  report: 'reportReceived',
  deliver: 'resultDelivered',
};
const LONGEST_IMPORT_MS = 60_000;

export interface SeedOptions {
  readonly maker: Maker;
  readonly progress: (say: string) => void;
  readonly signal?: AbortSignal;
  /** Keys of the cases to set up; all of them without it. */
  readonly only?: readonly string[];
}

/**
 * Takes the demo's cases from their opening to where their plan stands, through the same doors as everybody. What an
 * earlier start has done stays: a start that was killed in the middle goes on where it stopped, a second one does nothing.
 */
export async function seedDemo(service: Service, { maker, progress, signal, only }: SeedOptions): Promise<void> {
  const now = service.ground.clock.now().toISOString();
  const plans = DEMO_SEED.filter(({ intake }) => only?.includes(intake.key) ?? true);
  let isFresh = false;
  for (const [index, plan] of plans.entries()) {
    if (signal?.aborted) return;
    const script = seedScript(plan, now);
    const left = await stepsLeft(service, script);
    if (left.length === 0) continue;
    isFresh = true;
    progress(`Setting up the demo practice: case ${index + 1} of ${plans.length} …`);
    for (const step of left) {
      if (signal?.aborted) return;
      await take(service, { script, step, key: plan.intake.key, maker });
    }
  }
  if (isFresh && only === undefined) await receiveArrival(service, maker);
}

/** A study that comes by C-STORE, as far as anybody can tell, and waits for the coordinator. */
async function receiveArrival({ rooms }: Service, maker: Maker): Promise<void> {
  const files = await maker.make('arrival', '');
  await rooms.ways.holding.receive({
    from: { way: 'c-store', sender: 'WESTFIELD_PACS', address: '192.0.2.17' },
    files: files.map(({ path, bytes }) => ({ path, read: async () => bytes })),
  });
}

/** A step is done when the record holds more of its kind of event than the steps before it leave. */
async function stepsLeft({ rooms }: Service, { caseId, steps }: SeedScript): Promise<readonly SeedStep[]> {
  if ((await rooms.cases.load(caseId)) === null) return steps;
  await importsAtRest(rooms, caseId);
  const { events } = await rooms.cases.record(caseId);
  const there = new Map<EventType, number>();
  for (const { type } of events) there.set(type, (there.get(type) ?? 0) + 1);
  const before = new Map<EventType, number>();
  return steps.filter((step) => {
    const type = leftBy(step);
    const earlier = before.get(type) ?? 0;
    before.set(type, earlier + 1);
    return (there.get(type) ?? 0) <= earlier;
  });
}

/** An import that a killed start had handed over goes on by itself; its images must not be sent twice. */
async function importsAtRest({ ingest }: Service['rooms'], caseId: string): Promise<void> {
  const end = Date.now() + LONGEST_IMPORT_MS;
  while ((await ingest.list(caseId)).some(({ state }) => state === 'importing') && Date.now() < end) await sleep(200);
}

function leftBy(step: SeedStep): EventType {
  const kind = step.kind === 'command' ? step.command.type : step.kind;
  const type = LEAVES[kind];
  if (type === undefined) throw new Error(`The demo does not know what "${kind}" leaves in the record.`);
  return type;
}

interface Taken {
  readonly script: SeedScript;
  readonly step: SeedStep;
  readonly key: string;
  readonly maker: Maker;
}

async function take({ rooms }: Service, { script, step, key, maker }: Taken): Promise<void> {
  const { caseId } = script;
  const { actor } = step;
  const at = new Date(step.at);
  switch (step.kind) {
    case 'command':
      await rooms.cases.execute(actor, caseId, step.command, { at });
      return;
    case 'disc': {
      const files = await maker.make('study', key);
      const incoming = files.map(({ path, bytes }) => ({ path, read: async () => bytes }));
      await rooms.ingest.importFiles(caseId, incoming, actor, { at });
      return;
    }
    case 'report': {
      const [file] = await maker.make('report', key);
      if (file === undefined) throw new Error(`The demo's case "${key}" has no report.`);
      const upload = { fileName: file.path, mediaType: 'application/pdf', bytes: file.bytes };
      await rooms.reading.submitReport(caseId, actor, upload, { at });
      return;
    }
    case 'deliver':
      await rooms.delivery.deliver(caseId, { at });
  }
}
