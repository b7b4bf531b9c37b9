import { randomUUID } from 'node:crypto';
import {
  type DiscFile,
  type Layout,
  packetFiles,
  packetHash,
  packetLayout,
  planPacket,
  splitImages,
} from '@overread/documents';
import type { Subject } from '@overread/rules/access/actions.ts';
import { refuse } from '@overread/rules/access/policy.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { createSay, createSayIn, refusalWords } from '@overread/words';
import { createPeople } from './accounts/index.ts';
import { createArchive } from './archive/index.ts';
import { type DataAtRest, openAtRest } from './at-rest.ts';
import { createAudit } from './audit/index.ts';
import { type Cases, caseNumbers, createCases } from './cases/index.ts';
import { contentForCopy, documentSetting, type PacketContent, type PacketDeps } from './delivery/index.ts';
import type { Config } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import type { Practice } from './platform/ports.ts';
import { createReading } from './reading/index.ts';

export interface PacketOrder {
  readonly config: Config;
  readonly practice: Practice;
  /** The number of the case ("2026-0432") or its id. */
  readonly caseName: string;
  /** Most bytes of one disc; null for one disc however large. */
  readonly split: number | null;
  /** Who orders it, as the record names them. */
  readonly orderedBy: string;
}

/** One disc of a packet. */
export interface PacketDisc {
  readonly images: number;
  /** SHA-256 of its SHA256SUMS. */
  readonly sha256: string;
  readonly files: readonly DiscFile[];
  layout(format: 'zip' | 'iso'): Layout;
}

export interface CasePacket {
  readonly caseNumber: string;
  readonly discs: readonly PacketDisc[];
  close(): Promise<void>;
}

/** The operator, who has data folder and master key in hand: the service itself, for the policy. */
const OPERATOR: Subject = { personId: null, roles: ['system'], strongSession: true, demo: false };
/** What a disc needs besides papers and images: folders, lists, pages, run-out. */
const DISC_OVERHEAD = 1 << 20;

/**
 * Opens everything of a case that may leave it, on as many discs as it needs, and records that it was made. Works beside a
 * service that runs, by its database. Throws what people can read.
 */
export async function openCasePacket(order: PacketOrder): Promise<CasePacket> {
  const { config, practice, caseName, split, orderedBy } = order;
  const data = await openAtRest(config);
  try {
    const clock = { now: () => new Date() };
    const cases = createCases({ db: data.db, clock, practice });
    const archive = createArchive({ ...data, log: createLog('silent') });
    const reading = createReading({ ...data, clock, newId: randomUUID, practice, cases });
    const state = await caseNamed(data, cases, caseName);
    const refusal = refuse(OPERATOR, 'copy:make', state);
    if (refusal !== null) throw new Error(refusalWords(createSay(), refusal));
    const people = createPeople({ db: data.db, newId: randomUUID });
    const words = { say: createSay(), sayIn: createSayIn() };
    const setting = documentSetting({ practice, people, ...words }, config.mailFrom.replace(/^.*<|>.*$/g, ''));
    const deps: PacketDeps = { ...data, clock, images: archive, setting, reading };
    const discs = await discsOf(deps, state, split);
    await createAudit({ db: data.db, clock }).record({
      actor: { personId: 'system', name: orderedBy, role: 'system' },
      ...{ action: 'copy:make', caseId: state.id, caseNumber: state.number, outcome: 'allowed' },
      detail: discs.map(({ sha256 }) => sha256).join(' '),
    });
    return { caseNumber: state.number, discs, close: data.close };
  } catch (error) {
    await data.close();
    throw error;
  }
}

async function caseNamed({ db }: DataAtRest, cases: Cases, name: string): Promise<CaseState> {
  const numbers = await caseNumbers(db);
  const [caseId] = [...numbers].find(([id, number]) => number === name || id === name) ?? [];
  const state = caseId === undefined ? null : await cases.load(caseId);
  if (state === null) throw new Error(`There is no case ${name}.`);
  return state;
}

async function discsOf(deps: PacketDeps, state: CaseState, split: number | null): Promise<readonly PacketDisc[]> {
  const { setting, images, source, ...parts } = await contentForCopy(deps, state, OPERATOR);
  const shares = split === null ? [images] : shared(parts, images, split);
  const discs: PacketDisc[] = [];
  for (const [i, share] of shares.entries()) {
    const volume = { number: i + 1, of: shares.length };
    const plan = await planPacket(setting, { ...parts, images: share, volume });
    discs.push({
      images: share.length,
      sha256: packetHash(plan),
      files: packetFiles(plan, source),
      layout: (format) => packetLayout(plan, format, source),
    });
  }
  return discs;
}

function shared(
  { papers }: Pick<PacketContent, 'papers'>,
  images: PacketContent['images'],
  split: number,
): readonly PacketContent['images'][] {
  const room = split - DISC_OVERHEAD - papers.reduce((sum, { bytes }) => sum + bytes.length + 2048, 0);
  const shares = splitImages(images, room);
  if (shares === null) throw new Error('An image of this case is larger than such a disc. Name a larger one: --split');
  return shares;
}
