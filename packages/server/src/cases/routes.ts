import type { FoundCase } from '@overread/contract/stations.ts';
import type { CaseRecord } from '@overread/contract/wire.ts';
import type { Subject } from '@overread/rules/access/actions.ts';
import { roleFor } from '@overread/rules/access/policy.ts';
import type { Command } from '@overread/rules/case/commands.ts';
import { recordSay } from '@overread/rules/case/record.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { viewCase } from '@overread/rules/case/view-case.ts';
import type { Actor, Role } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import type { Access } from '../platform/access-hook.ts';
import type { App, Ground } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import type { Cases } from './cases.ts';
import { commandRequest, sendableType } from './command-schemas.ts';
import { emailText, placeText, readInput, shortText } from './input.ts';

/** Accounts, as far as this room needs them. */
export interface People {
  /** The person with this address, made with this role where there is none; somebody who is known gains the role. */
  ensurePerson(person: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
  }): Promise<{ readonly personId: string }>;
}

export interface CaseRouteDeps extends Pick<Ground, 'db' | 'clock' | 'newId' | 'say'> {
  readonly cases: Cases;
  readonly people: People;
}

const openRequest = z.object({
  patient: z.object({
    name: z.object({ family: shortText, given: shortText }),
    birthDate: z.iso.date(),
    sex: z.enum(['F', 'M', 'O', '']),
  }),
  contact: z.object({ email: emailText, phone: shortText }),
  place: placeText,
});

export function registerCaseRoutes(app: App, deps: CaseRouteDeps): void {
  const { cases, clock, say } = deps;
  const now = () => clock.now().toISOString();

  app.post('/api/cases', { config: { action: 'command:openCase' } }, async (request, reply) => {
    const state = await openCase(deps, request.access, readInput(openRequest, request.body));
    reply.code(201);
    return caseView(state, request.access, now());
  });

  app.get('/api/cases', { config: { action: 'case:list' } }, (request) => cases.list(request.access.subject));

  app.get<{ Params: { number: string } }>(
    '/api/case-numbers/:number',
    { config: { action: 'case:find' } },
    async ({ params: { number } }): Promise<FoundCase> => {
      const caseId = await cases.numbered(number);
      if (caseId === null) throw wordedProblem(404, 'no-case-of-number');
      return { caseId, number };
    },
  );

  app.get('/api/cases/:caseId', { config: { action: 'case:view' } }, async (request) =>
    caseView(caseOf(request.access), request.access, now()),
  );

  app.post<{ Params: { caseId: string } }>(
    '/api/cases/:caseId/commands',
    {
      config: {
        // A body that names no sendable command never gets past `readInput`, so being signed in is enough to be told so.
        action: ({ body }) => {
          const type = sendableType(body);
          return type === null ? 'session:own' : `command:${type}`;
        },
      },
    },
    async (request) => {
      const { expectedVersion, command } = readInput(commandRequest, request.body);
      const { caseId } = request.params;
      const completed = await complete(deps.people, command);
      const state = await cases.execute(request.access.actor, caseId, completed, { expectedVersion });
      return caseView(state, request.access, now());
    },
  );

  app.get<{ Params: { caseId: string } }>(
    '/api/cases/:caseId/record',
    { config: { action: 'case:record' } },
    async (request): Promise<CaseRecord> => {
      const { events, intact } = await cases.record(request.params.caseId);
      return {
        intact,
        events: events.map((event) => {
          const said = recordSay(event);
          const { version, at, type, actor, hash } = event;
          return { version, at, type, actor: actor.name, say: say(said.id, said.with), hash };
        }),
      };
    },
  );
}

/** The case as the asking person may see it. */
export function caseView(
  state: CaseState,
  { subject, actor }: Pick<Access, 'subject' | 'actor'>,
  now: string,
): CaseView {
  return viewCase(state, subject, roleIn(subject, state) ?? actor.role, now);
}

function roleIn(subject: Subject, state: CaseState): Role | null {
  return roleFor(subject, 'case:view', state);
}

export function caseOf(access: Access): CaseState {
  if (access.caseState === null) throw refusalProblem({ code: 'no-such-case' });
  return access.caseState;
}

/** A patient opens for herself. Staff open for a patient, who gets an account of her own when an address is given. */
async function openCase(
  deps: CaseRouteDeps,
  { actor }: Access,
  asked: z.infer<typeof openRequest>,
): Promise<CaseState> {
  const { cases, people, db, newId } = deps;
  const { name } = asked.patient;
  const email = asked.contact.email.trim();
  const patientPersonId = await patientOf(people, actor, { email, name: `${name.given} ${name.family}`.trim() });
  const caseId = newId();
  return db.transaction(async (tx) => {
    const number = await cases.nextNumber(tx);
    return cases.execute(actor, caseId, { type: 'openCase', caseId, number, ...asked, patientPersonId }, { tx });
  });
}

async function patientOf(
  people: People,
  actor: Actor,
  patient: { email: string; name: string },
): Promise<string | null> {
  if (actor.role === 'patient') return actor.personId;
  if (patient.email === '') return null;
  return (await people.ensurePerson({ ...patient, role: 'patient' })).personId;
}

/**
 * A referrer is known by her address: the person behind it is looked up or made, so that her link opens the case at once.
 * An id that was sent along is not trusted, because it would open the case to whomever it names.
 */
async function complete(people: People, command: Command): Promise<Command> {
  if (command.type !== 'nameReferrer') return command;
  const email = command.email.trim();
  if (email === '') return { ...command, personId: null };
  const { personId } = await people.ensurePerson({ email, name: command.name, role: 'referrer' });
  return { ...command, email, personId };
}
