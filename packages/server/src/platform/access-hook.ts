import type { Action, Subject } from '@overread/rules/access/actions.ts';
import type { Refusal } from '@overread/rules/case/refusals.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor, Role } from '@overread/rules/case/vocabulary.ts';
import type { FastifyRequest } from 'fastify';
import type { App } from './ports.ts';
import { refusalProblem, wordedProblem } from './problems.ts';

/** What the access hook found out before a handler runs: every route can rely on it, none computes it again. */
export interface Access {
  readonly subject: Subject;
  /** Who acts, in the role that opened the door; a stranger has personId "" and role "system" is never given to a request. */
  readonly actor: Actor;
  /** The case named by `:caseId` in the route, already allowed for this action; null for routes without a case. */
  readonly caseState: CaseState | null;
}

/** Who sends a request, as the accounts room knows it. */
export interface Visitor {
  readonly subject: Subject;
  readonly name: string;
  /** Why somebody who showed something is nobody all the same: the problem that they are told in place of "sign in". */
  readonly unknownBecause?: string;
}

/** One door that somebody went through, or was kept from. */
export interface Witnessed {
  readonly actor: Actor;
  readonly action: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly outcome: 'allowed' | 'refused';
  /** The code of the refusal, or empty. */
  readonly detail: string;
}

/** The policy and what it needs, all handed in: this hook knows no room. */
export interface AccessRules {
  visitorOf(request: FastifyRequest): Promise<Visitor>;
  loadCase(caseId: string): Promise<CaseState | null>;
  refuse(subject: Subject, action: Action, state: CaseState | null): Refusal | null;
  roleFor(subject: Subject, action: Action, state: CaseState | null): Role | null;
  maySeeCase(subject: Subject, state: CaseState): boolean;
  /** The case as this person meets it: what a third reader must not know is not in what the handlers get. */
  metBy(state: CaseState, personId: string | null): CaseState;
  /** Resolves when the entry is kept: nobody sees anything before it is written down. */
  witness(entry: Witnessed): Promise<void>;
}

/** One route as it was registered, for the test that walks them all. */
export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action | ((request: FastifyRequest) => Action);
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, for the one policy function. A route without an action makes the start fail. */
    action?: Action | ((request: FastifyRequest) => Action);
  }
  interface FastifyRequest {
    access: Access;
  }
}

/** What needs no entry: nothing of a patient is behind it. */
const UNRECORDED: ReadonlySet<Action> = new Set<Action>(['public', 'session:own', 'demo:sign-in', 'practice:view']);

const NOBODY: Visitor = { subject: { personId: null, roles: [], strongSession: false, demo: false }, name: '' };

/**
 * Puts the one policy before every route that is registered after this call: who is it, which case, may they. A stranger
 * is told to sign in; whoever has no part in a case is told that there is no such case; the rest gets the refusal.
 * Returns the list of routes, which grows as they are registered.
 */
export function addAccessHook(app: App, rules: AccessRules): readonly RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  app.addHook('onRoute', (route) => {
    const action = route.config?.action;
    if (action === undefined) {
      throw new Error(`The route ${String(route.method)} ${route.url} names no action. Give it config: { action }.`);
    }
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, action });
  });
  // biome-ignore lint/suspicious/noExplicitAny: Fastify wants the first value here; the hook below sets it per request.
  app.decorateRequest('access', null as any);
  app.addHook('onRequest', async (request) => {
    const action = request.routeOptions.config.action;
    // Without a route there is nothing to open: the answer is 404 anyway.
    if (action === undefined) return;
    // What is open to everybody asks nobody who they are: pages and probes answer though the database does not.
    const visitor = action === 'public' ? NOBODY : await rules.visitorOf(request);
    if (typeof action !== 'function') return await enter(request, visitor, action, rules);
    // What the body asks for is known after it is read; a stranger need not send one.
    if (visitor.subject.personId === null) await turnAway(visitor, request.routeOptions.url ?? '', rules);
    request.access = { subject: visitor.subject, actor: actorOf(visitor, null), caseState: null };
    names.set(request, visitor);
  });
  const names = new WeakMap<FastifyRequest, Visitor>();
  app.addHook('preHandler', async (request) => {
    const action = request.routeOptions.config.action;
    const visitor = names.get(request);
    if (typeof action === 'function' && visitor) await enter(request, visitor, action(request), rules);
  });
  return routes;
}

async function enter(request: FastifyRequest, visitor: Visitor, action: Action, rules: AccessRules): Promise<void> {
  const { subject } = visitor;
  const caseId = (request.params as { caseId?: string } | undefined)?.caseId ?? null;
  const state =
    caseId === null || (subject.personId === null && action !== 'public') ? null : await rules.loadCase(caseId);
  const refusal = rules.refuse(subject, action, state);
  if (refusal !== null && subject.personId === null) return await turnAway(visitor, action, rules);
  const actor = actorOf(visitor, rules.roleFor(subject, action, state));
  const entry = { actor, action, caseId, caseNumber: state?.number ?? null };
  const answer = refusalFor(subject, caseId === null ? 'none' : state, refusal, rules);
  if (answer !== null) {
    await rules.witness({ ...entry, outcome: 'refused', detail: answer.code });
    throw refusalProblem(answer);
  }
  if (!UNRECORDED.has(action)) await rules.witness({ ...entry, outcome: 'allowed', detail: '' });
  request.access = { subject, actor, caseState: state === null ? null : rules.metBy(state, subject.personId) };
}

/** What the visitor is told: a case that is not theirs looks like a case that is not there. */
function refusalFor(
  subject: Subject,
  state: CaseState | null | 'none',
  refusal: Refusal | null,
  rules: AccessRules,
): Refusal | null {
  if (refusal?.code === 'second-factor-needed' || state === 'none') return refusal;
  if (state === null) return { code: 'no-such-case' };
  return !rules.maySeeCase(subject, state) ? { code: 'no-such-case' } : refusal;
}

async function turnAway(visitor: Visitor, action: string, rules: AccessRules): Promise<never> {
  const actor = actorOf(visitor, null);
  const code = visitor.unknownBecause ?? 'sign-in-needed';
  await rules.witness({ actor, action, caseId: null, caseNumber: null, outcome: 'refused', detail: code });
  throw wordedProblem(401, code);
}

function actorOf({ subject, name }: Visitor, role: Role | null): Actor {
  return { personId: subject.personId ?? '', name, role: role ?? subject.roles[0] ?? 'patient' };
}
