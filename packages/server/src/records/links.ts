import { createHash, randomInt } from 'node:crypto';
import type { FacilityDoor, FacilityLinkView } from '@overread/contract/records.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { desc, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Cases } from '../cases/index.ts';
import type { Visitor } from '../platform/access-hook.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { links } from './schema.ts';

/** A request, its extension, and some weeks for the mail. */
const LINK_DAYS = 90;
/** Letters and digits that nobody takes for one another, read from paper: 20 of 30 signs are 98 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_SIGNS = 20;

export interface LinksDeps extends Pick<Ground, 'db' | 'keys' | 'clock' | 'newId' | 'publicUrl'> {
  readonly cases: Pick<Cases, 'execute' | 'load'>;
}

export interface FacilityLinks {
  /** Makes a link for a request; one that was there is withdrawn with it, so that each letter has one that counts. */
  make(state: CaseState, actor: Actor, requestId: string): Promise<FacilityLinkView>;
  withdraw(caseId: string, actor: Actor, linkId: string): Promise<void>;
  list(caseId: string): Promise<readonly FacilityLinkView[]>;
  /** The link that still counts for a request, for its letter. */
  openFor(caseId: string, requestId: string): Promise<FacilityLinkView | null>;
  /** What is behind a code. Throws in words when it opens nothing any more. */
  door(code: string): Promise<FacilityDoor>;
  /** Who comes with a code in `Authorization: Bearer ovf_…`; null for everybody else. */
  visitorOf(request: FastifyRequest): Promise<Visitor | null>;
  letGo(tx: Tx, caseId: string): Promise<void>;
}

type Row = typeof links.$inferSelect;

function newCode(): string {
  const signs = Array.from({ length: CODE_SIGNS }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return signs.replace(/.{5}(?!$)/g, '$&-');
}

/** As it was typed: without what people put between, in capitals. */
const plain = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
const hashOf = (code: string): string => createHash('sha256').update(plain(code)).digest('hex');
const bound = (caseId: string, linkId: string): string => `facility-link/${caseId}/${linkId}`;
const NOBODY = { personId: null, roles: [], strongSession: false, demo: false } as const;

/** Links for facilities: each opens one case, for bringing alone, until its day or until it is withdrawn. */
export function createFacilityLinks(deps: LinksDeps): FacilityLinks {
  const { db, keys, clock, newId, publicUrl, cases } = deps;
  const caseKey = (caseId: string) => keys.dataKey(db, `case/${caseId}`);

  async function viewOf(row: Row): Promise<FacilityLinkView> {
    const code = openBytes(await caseKey(row.caseId), bound(row.caseId, row.linkId), row.sealedCode).toString('utf8');
    return {
      ...{ linkId: row.linkId, requestId: row.requestId, code },
      url: `${publicUrl()}/facility`,
      expiresAt: row.expiresAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      openedAt: row.openedAt?.toISOString() ?? null,
    };
  }

  const rowsOf = (caseId: string) =>
    db.orm.select().from(links).where(eq(links.caseId, caseId)).orderBy(desc(links.expiresAt));
  const counts = ({ withdrawnAt, expiresAt }: Row): boolean => withdrawnAt === null && expiresAt > clock.now();

  async function withdrawRow(row: Row, actor: Actor): Promise<void> {
    const { linkId, requestId, caseId, expiresAt } = row;
    const command = { type: 'noteFacilityLink', linkId, requestId, step: 'withdrawn' } as const;
    const within = async (tx: Tx): Promise<void> => {
      await tx.orm.update(links).set({ withdrawnAt: clock.now() }).where(eq(links.linkId, linkId));
    };
    await cases.execute(actor, caseId, { ...command, expiresAt: expiresAt.toISOString() }, { within });
  }

  /** The row of a code that still opens its case; null when it never did, does not any more, or the case takes nothing. */
  async function rowBy(code: string): Promise<Row | null> {
    const [row] = await db.orm
      .select()
      .from(links)
      .where(eq(links.codeHash, hashOf(code)));
    return row === undefined || !counts(row) ? null : row;
  }

  return {
    async make(state, actor, requestId) {
      const request = state.requests.find((each) => each.requestId === requestId);
      if (request === undefined) throw wordedProblem(404, 'not-found');
      const before = (await rowsOf(state.id)).filter((row) => row.requestId === requestId && counts(row));
      for (const row of before) await withdrawRow(row, actor);
      const [linkId, code] = [newId(), newCode()];
      const expiresAt = new Date(clock.now().getTime() + LINK_DAYS * 86_400_000);
      const row: Row = {
        ...{ linkId, requestId, caseId: state.id, facility: request.facility.name, codeHash: hashOf(code) },
        ...{ expiresAt, withdrawnAt: null, openedAt: null },
        sealedCode: sealBytes(await caseKey(state.id), bound(state.id, linkId), Buffer.from(code, 'utf8')),
      };
      const command = { type: 'noteFacilityLink', linkId, requestId, step: 'made' } as const;
      const within = async (tx: Tx) => void (await tx.orm.insert(links).values(row));
      await cases.execute(actor, state.id, { ...command, expiresAt: expiresAt.toISOString() }, { within });
      return viewOf(row);
    },
    async withdraw(caseId, actor, linkId) {
      const row = (await rowsOf(caseId)).find((each) => each.linkId === linkId);
      if (row === undefined) throw wordedProblem(404, 'not-found');
      if (row.withdrawnAt === null) await withdrawRow(row, actor);
    },
    list: async (caseId) => Promise.all((await rowsOf(caseId)).map(viewOf)),
    async openFor(caseId, requestId) {
      const row = (await rowsOf(caseId)).find((each) => each.requestId === requestId && counts(each));
      return row === undefined ? null : viewOf(row);
    },
    async door(code) {
      const row = await rowBy(code);
      const state = row === null ? null : await cases.load(row.caseId);
      const request = state?.requests.find(({ requestId }) => requestId === row?.requestId);
      const over = state == null || state.cancelled !== null || state.closedAt !== null || state.erased != null;
      if (row === null || over || request === undefined) throw wordedProblem(404, 'records.link-gone');
      await db.orm.update(links).set({ openedAt: clock.now() }).where(eq(links.linkId, row.linkId));
      const { given, family } = state.patient.name;
      return {
        ...{ caseId: state.id, caseNumber: state.number, facility: row.facility },
        initials: [given, family]
          .filter((part) => part !== '')
          .map((part) => `${[...part][0]}.`)
          .join('\u00a0'),
        birthYear: state.patient.birthDate.slice(0, 4),
        studyDate: request.studyDate,
        wants: request.wants,
        missing: request.wants.filter((kind) => !request.received.includes(kind)),
        expiresAt: row.expiresAt.toISOString(),
      };
    },
    async visitorOf({ headers }) {
      const code = /^Bearer\s+ovf_(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
      if (code === undefined) return null;
      const row = await rowBy(code);
      if (row === null) return { subject: NOBODY, name: '', unknownBecause: 'records.link-gone' };
      const subject = { ...NOBODY, personId: row.linkId, roles: ['machine'] as const, link: { caseId: row.caseId } };
      return { subject, name: row.facility };
    },
    async letGo(tx, caseId) {
      await tx.orm.delete(links).where(eq(links.caseId, caseId));
    },
  };
}
