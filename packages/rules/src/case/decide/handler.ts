import type { CommandOf, CommandType } from '../commands.ts';
import type { EventBody } from '../events.ts';
import type { Check } from '../fields.ts';
import type { Need, Refusal } from '../refusals.ts';
import type { CaseState, DecideContext } from '../state.ts';
import type { Actor } from '../vocabulary.ts';

/** What comes of a command: events that happened, or why nothing did. */
export type Decision = { readonly events: readonly EventBody[] } | { readonly refused: Refusal };

/** How one command is decided, after the policy has let its sender in. */
export interface Handler<T extends CommandType> {
  /** Whether the case is where this command makes sense, whatever the command says: what a screen may offer hangs on it. */
  readonly gate: (state: CaseState, actor: Actor) => Refusal | null;
  /** Checks what the command says, and tells what happened. */
  readonly decide: (state: CaseState, command: CommandOf<T>, context: DecideContext) => Decision;
}

export type Handlers<T extends CommandType> = { readonly [K in T]: Handler<K> };

/** The events, unless a check refused. */
export function happened(check: Check, ...events: readonly EventBody[]): Decision {
  return check === null ? { events } : { refused: check };
}

export const always = (): null => null;

export function notYet(...needs: readonly Need[]): Refusal | null {
  return needs.length === 0 ? null : { code: 'not-yet', needs };
}

export function done(what: string): Refusal {
  return { code: 'already-done', what };
}

export function notFound(what: string, id: string): Refusal {
  return { code: 'not-found', what, id };
}

/** A command without its `type`: what the event keeps word for word. */
export function told<T extends { readonly type: string }>(command: T): Omit<T, 'type'> {
  const { type: _, ...rest } = command;
  return rest;
}
