import { type Check, firstOf, oneOf, reasoned, wrong } from '../fields.ts';
import type { CaseState } from '../state.ts';
import { ERASURE_GROUNDS, type ErasureGround } from '../vocabulary.ts';
import { cancelled } from './cancelled.ts';
import { done, type Handlers, happened, notYet } from './handler.ts';

/** Grounds on which images leave a case that goes on: it is cancelled with them. */
const BEFORE_THE_END: readonly ErasureGround[] = ['request', 'order', 'mistake'];
/** Grounds on which what a signed report was read from may go. */
const AFTER_SIGNING: readonly ErasureGround[] = ['retention-ended', 'order'];

const isOver = ({ closedAt, cancelled }: CaseState): boolean => closedAt !== null || cancelled !== null;

/** After the result went out a case is closed, not cancelled: erasing it comes after that. */
function mayEnd(state: CaseState): Check {
  return isOver(state) || state.delivery.deliveredAt === null ? null : notYet('decision');
}

/**
 * A signed report is a medical record, and its images belong to it: law keeps both for years (US: by state, Germany: ten
 * years, § 630f BGB), and where it does, GDPR Art. 17(3)(b) and (c) set the patient's request for erasure aside.
 */
function keptByLaw({ reading, retractions = [] }: CaseState, ground: ErasureGround): Check {
  const none = reading.signed === null && retractions.length === 0;
  return none || AFTER_SIGNING.includes(ground) ? null : { code: 'records-kept' };
}

export const ERASING: Handlers<'eraseCase'> = {
  eraseCase: {
    gate: (state) => (state.erased == null ? mayEnd(state) : done('erasure')),
    decide(state, { confirm, ground, reason, erased }, { prices }) {
      const over = isOver(state);
      const check = firstOf(
        oneOf('ground', ground, ERASURE_GROUNDS),
        reasoned(reason),
        confirm.trim() === state.number ? null : wrong('confirm', confirm),
        over || BEFORE_THE_END.includes(ground) ? null : wrong('ground', ground),
        keptByLaw(state, ground),
      );
      const end = over ? [] : cancelled(state, { reason, prices });
      return happened(check, ...end, { type: 'caseErased', data: { ground, reason, erased } });
    },
  },
};
