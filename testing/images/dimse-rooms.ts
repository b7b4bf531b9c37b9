import { spawn } from 'node:child_process';
import { parseHeader } from '@overread/imaging';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { AssociationRecord, DimseSettings } from '@overread/server/ingest/dimse/model.ts';
import { readPeers } from '@overread/server/ingest/dimse/peers.ts';
import { createDimseServer } from '@overread/server/ingest/dimse/server.ts';
import { createHolding } from '@overread/server/ingest/holding/holding.ts';
import type { Witnessed } from '@overread/server/platform/access-hook.ts';
import { type ImageRooms, startImageRooms } from './image-rooms.ts';

export const AE = 'OVERREAD';

export const SETTINGS: DimseSettings = {
  port: 0,
  host: '127.0.0.1',
  ae: AE,
  peers: readPeers('SCANNER@127.0.0.1'),
  tls: null,
  maxPdu: 131_072,
  associations: 4,
  idleMs: 5_000,
};

/** Open cases among which studies are routed; tests put theirs here. */
export interface HoldingRooms extends ImageRooms {
  readonly holding: ReturnType<typeof createHolding>;
  readonly open: CaseState[];
  readonly witnessed: Witnessed[];
}

export async function startHoldingRooms(options: Parameters<typeof startImageRooms>[0] = {}): Promise<HoldingRooms> {
  const rooms = await startImageRooms(options);
  const open: CaseState[] = [];
  const witnessed: Witnessed[] = [];
  const holding = createHolding({
    ...rooms,
    cases: {
      candidatesFor: async () => open,
      load: async (caseId) => open.find(({ id }) => id === caseId) ?? null,
    },
    witness: async (entry) => void witnessed.push(entry),
  });
  await holding.start();
  return { ...rooms, holding, open, witnessed };
}

/** C-STORE into these rooms, on a free port. */
export async function startDimse(rooms: HoldingRooms, settings: Partial<DimseSettings> = {}) {
  const records: AssociationRecord[] = [];
  const server = createDimseServer({
    settings: { ...SETTINGS, ...settings },
    log: rooms.log,
    open: ({ callingAe, address }) => rooms.holding.reception({ way: 'c-store', sender: callingAe, address }),
    record: async (record) => void records.push(record),
  });
  const port = await server.start();
  return { port, records, stop: () => server.stop() };
}

/** An open case of the patient whose image this is, with as much of its state as routing looks at. */
export function openCase(number: string, given: { studies?: readonly object[] } = {}, image?: Uint8Array): CaseState {
  const { name, ...patient } = parseHeader(image ?? new Uint8Array()).patient;
  const [family = '', first = ''] = name.split('^');
  const studies = (given.studies ?? []).map((study) => ({ ...NO_STUDY, ...study }));
  const state = { reading: { locked: null }, closedAt: null, cancelled: null };
  const identity = { ...patient, name: { family, given: first } };
  return { ...state, id: `id-${number}`, number, patient: identity, studies } as unknown as CaseState;
}

const NO_STUDY = {
  ...{ accessionNumber: '', institution: '', state: 'attached' },
  patient: { name: '', id: '', birthDate: '', sex: '' },
};

/** Runs one of dcmtk's programs to its end; gives what it printed. */
export function runPeer(program: string, args: readonly string[]): Promise<{ code: number; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, printed }));
  });
}
