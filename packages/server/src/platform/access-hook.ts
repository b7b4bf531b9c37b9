import type { Action, Subject } from '@overread/rules/access/actions.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { FastifyRequest } from 'fastify';

/** What the access hook found out before a handler runs: every route can rely on it, none computes it again. */
export interface Access {
  readonly subject: Subject;
  /** Who acts, in the role that opened the door; a stranger has personId "" and role "system" is never given to a request. */
  readonly actor: Actor;
  /** The case named by `:caseId` in the route, already allowed for this action; null for routes without a case. */
  readonly caseState: CaseState | null;
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
