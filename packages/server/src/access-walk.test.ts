import { DEMO_SEED, demoId } from '@overread/demo';
import type { Action, Subject } from '@overread/rules/access/actions.ts';
import { maySeeCase, refuse } from '@overread/rules/access/policy.ts';
import { COMMAND_TYPES } from '@overread/rules/access/roles.data.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestRole, type TestService } from '../../../testing/service.ts';
import { refusalProblem } from './platform/problems.ts';

/**
 * Walks every route that is registered, as everybody: what the policy refuses is refused over HTTP, what it allows is not,
 * and nobody who is not signed in gets past a door that is not public. A new route is walked without being named here.
 */
const ROLES: readonly TestRole[] = ['patient', 'coordinator', 'reader', 'referrer', 'administrator'];
type Walker = TestRole | 'machine';
const WALKERS: readonly Walker[] = [...ROLES, 'machine'];
/** One case that the demo's reader has open, its original under seal; one that is delivered; one that nobody sees. */
const CASES = {
  sealed: demoId('case/lange'),
  delivered: demoId(`case/${DEMO_SEED[0]?.intake.key}`),
  unknown: demoId('case/nobody'),
};
/** What says that a door is shut, whatever the room behind it would have answered. */
const SHUT = new Set([
  'sign-in-needed',
  'not-your-role',
  'not-your-case',
  'second-factor-needed',
  'original-sealed',
  'red-flag-open',
  'no-such-case',
]);

interface Walked {
  readonly method: string;
  readonly url: string;
  readonly action: Action;
  readonly body: unknown;
}

let service: TestService;
let routes: readonly Walked[];
const callers = new Map<Walker, { caller: Caller; subject: Subject }>();
const states = new Map<string, CaseState | null>();

beforeAll(async () => {
  service = await startTestService();
  await service.seed(['lange', DEMO_SEED[0]?.intake.key ?? '']);
  for (const role of ROLES) {
    const caller = await service.as(role);
    const me = await caller.get<{ personId: string; roles: Role[]; strongSession: boolean }>('/api/me');
    callers.set(role, { caller, subject: { ...me, demo: true } });
  }
  callers.set('machine', await machineWalker());
  for (const caseId of Object.values(CASES)) states.set(caseId, await service.rooms.cases.load(caseId));
  routes = service.routes.flatMap(({ method, url, action }): Walked[] => {
    if (method === 'HEAD' || method === 'OPTIONS') return [];
    if (typeof action !== 'function') return [{ method, url, action, body: {} }];
    // The one route that asks what the body says: walked once with every command.
    return COMMAND_TYPES.map((type) => {
      const body = { expectedVersion: 999_999, command: { type } };
      return { method, url, action: action({ body } as FastifyRequest), body };
    });
  });
});

afterAll(() => service?.stop());

/** A station with its token, which it shows in place of a session. */
async function machineWalker(): Promise<{ caller: Caller; subject: Subject }> {
  const { token, machine } = await service.rooms.accounts.makeMachine({ name: 'Front desk', madeBy: 'Ana Lopes' });
  const stranger = service.stranger();
  const headers = { authorization: `Bearer ${token}` };
  const fetch: Caller['fetch'] = (path, init = {}) =>
    stranger.fetch(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
  const subject: Subject = { personId: machine.machineId, roles: ['machine'], strongSession: false, demo: false };
  return { caller: { ...stranger, fetch }, subject };
}

function pathOf(url: string, caseId: string): string {
  return url.replace(':caseId', caseId).replace(/:\w+/g, 'none').replace('/*', '/');
}

async function call(caller: Caller, { method, url, body }: Walked, caseId: string) {
  const bodyless = method === 'GET' || method === 'DELETE';
  const answer = await caller.fetch(pathOf(url, caseId), {
    method,
    ...(bodyless ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/json') && answer.status >= 400;
  const { code = '', message = '' } = isProblem ? (JSON.parse(text) as { code: string; message: string }) : {};
  return { status: answer.status, code, message };
}

const namesCase = ({ url }: Walked): boolean => url.includes(':caseId');
/** Written down here once more, so that a door that is opened to everybody is noticed. */
const OPEN: ReadonlySet<Action> = new Set<Action>([
  'public',
  'demo:sign-in',
  'mailbox:view',
  'practice:view',
  'ask:begin',
  'link:open',
]);
const isOpen = ({ action }: Walked): boolean => OPEN.has(action);

describe('every route', () => {
  it('is there: the walk has something to walk', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(namesCase).length).toBeGreaterThan(40);
  });

  it('turns a stranger away, unless it is public', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((each) => !isOpen(each))) {
      const { status, code } = await call(service.stranger(), route, CASES.delivered);
      if (status !== 401 || code !== 'sign-in-needed') wrong.push(`${route.method} ${route.url}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets a stranger through where it is public', async () => {
    for (const route of routes.filter(isOpen)) {
      const { code } = await call(service.stranger(), route, CASES.delivered);
      expect([route.url, SHUT.has(code)]).toEqual([route.url, false]);
    }
  });

  it.each(WALKERS)('answers the %s as the policy says', async (role) => {
    const wrong: string[] = [];
    // Signing out would change who walks on.
    for (const route of routes.filter(({ url }) => url !== '/api/sign-out')) {
      for (const caseId of namesCase(route) ? Object.values(CASES) : [CASES.delivered]) {
        wrong.push(...(await differences(role, route, caseId)));
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** In what the answer differs from the policy; an error without a whole sentence counts as well. */
async function differences(role: Walker, route: Walked, caseId: string): Promise<string[]> {
  const { caller, subject } = callers.get(role) as { caller: Caller; subject: Subject };
  const expected = expectedOf(route, subject, namesCase(route) ? (states.get(caseId) ?? null) : undefined);
  const got = await call(caller, route, caseId);
  const right = expected === null ? !SHUT.has(got.code) && got.status !== 401 : same(got, expected);
  const where = `${route.method} ${pathOf(route.url, caseId)} ${route.action}`;
  const inWords = got.code === '' || /^\p{Lu}.* .*[.!?]$/su.test(got.message);
  return [
    ...(right ? [] : [`${where}: ${JSON.stringify({ got, expected })}`]),
    ...(inWords ? [] : [`${where}: "${got.message}" is no sentence`]),
  ];
}

function same(got: { status: number; code: string }, expected: { status: number; code: string }): boolean {
  return got.status === expected.status && got.code === expected.code;
}

/** The refusal as it has to arrive; null when the door is open. `state` undefined: the route is about no case. */
function expectedOf({ action }: Walked, subject: Subject, state: CaseState | null | undefined) {
  const refusal = refuse(subject, action, state ?? null);
  if (state === undefined) return refusal === null ? null : problem(refusal);
  if (state === null || !maySeeCase(subject, state)) return problem({ code: 'no-such-case' });
  return refusal === null ? null : problem(refusal);
}

function problem(refusal: Parameters<typeof refusalProblem>[0]) {
  const { status, code } = refusalProblem(refusal);
  return { status, code };
}
