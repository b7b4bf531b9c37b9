import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Tx } from '../platform/ports.ts';

/** What this room needs of the cases. */
export interface CasesPort {
  execute(
    actor: Actor,
    caseId: string,
    command: Command,
    options?: { readonly within?: (tx: Tx) => Promise<void>; readonly at?: Date },
  ): Promise<CaseState>;
  load(caseId: string): Promise<CaseState | null>;
}
