import type { Refusal } from '@overread/rules/case/refusals.ts';
import { Problem } from './ports.ts';

/** A problem whose sentence stands in the catalogue as `problem.<code>`; the error handler puts it into words. */
export class WordedProblem extends Problem {
  readonly values: Readonly<Record<string, string | number>>;
  constructor(status: number, code: string, values: Readonly<Record<string, string | number>> = {}) {
    super(status, code, code);
    this.name = 'WordedProblem';
    this.values = values;
  }
}

/** A refusal of the rules on its way out: the error handler answers with `refusalWords` and the refusal itself. */
export class RefusalProblem extends Problem {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(statusOf(refusal), refusal.code, refusal.code, refusal);
    this.name = 'RefusalProblem';
    this.refusal = refusal;
  }
}

/** `throw refusalProblem(refusal)`: 403 for role, seal and part in the case, 404, 409 for a stale version, 422 for the rest. */
export function refusalProblem(refusal: Refusal): RefusalProblem {
  return new RefusalProblem(refusal);
}

/** `throw wordedProblem(404, 'not-found')`: the sentence is `problem.not-found` of the catalogue. */
export function wordedProblem(
  status: number,
  code: string,
  values?: Readonly<Record<string, string | number>>,
): WordedProblem {
  return new WordedProblem(status, code, values);
}

function statusOf(refusal: Refusal): number {
  switch (refusal.code) {
    case 'no-such-case':
    case 'not-found':
      return 404;
    case 'not-your-role':
    case 'not-your-case':
    case 'second-factor-needed':
    case 'account-needed':
    case 'original-sealed':
      return 403;
    case 'case-erased':
    case 'share-over':
      return 410;
    case 'stale':
    case 'case-exists':
      return 409;
    default:
      return 422;
  }
}
