import { openDenial } from '../../money/coverage.ts';
import { type Check, filled, firstOf, isoDate, oneOf, wrong } from '../fields.ts';
import { isFunded } from '../readiness.ts';
import type { CaseState } from '../state.ts';
import { done, type Handlers, happened, notFound, notYet, told } from './handler.ts';
import { checkMoney, notDelivered, routeIs } from './money-checks.ts';

/** The insurer has answered what it covers, and has not given its leave. */
function leaveOpen(state: CaseState): Check {
  return firstOf(
    notDelivered(state),
    routeIs(state, 'insurance'),
    state.funding.coverage === null ? notYet('coverage') : null,
    state.funding.authorization === null ? null : done('authorization'),
  );
}

function checkVisits(visits: number | undefined): Check {
  return visits === undefined || (Number.isSafeInteger(visits) && visits > 0) ? null : wrong('visits', visits);
}

/** What an insurer is asked and answers: coverage, leave, denial, appeal. */
export const INSURANCE: Handlers<
  'recordCoverage' | 'requestAuthorization' | 'recordAuthorization' | 'recordDenial' | 'appealDenial'
> = {
  recordCoverage: {
    gate: (state) =>
      firstOf(notDelivered(state), routeIs(state, 'insurance'), isFunded(state) ? done('funding') : null),
    decide: (_, command, { prices: { currency } }) =>
      happened(
        firstOf(
          filled('plan', command.plan),
          filled('memberId', command.memberId),
          oneOf('answer', command.answer, ['covered', 'partly', 'not-covered', 'unclear']),
          checkMoney('patientShare', command.patientShare, { currency, least: 0 }),
          command.deductibleLeft === undefined
            ? null
            : checkMoney('deductibleLeft', command.deductibleLeft, { currency, least: 0 }),
        ),
        { type: 'coverageRecorded', data: told(command) },
      ),
  },
  requestAuthorization: {
    gate: (state) =>
      firstOf(
        leaveOpen(state),
        state.funding.asked != null && openDenial(state) === null ? done('authorization') : null,
      ),
    decide: (_, command) =>
      happened(
        firstOf(
          filled('requestId', command.requestId),
          filled('code', command.code),
          oneOf('way', command.way, ['phone', 'fax', 'portal', 'x12']),
          isoDate('sentOn', command.sentOn),
        ),
        { type: 'authorizationRequested', data: told(command) },
      ),
  },
  recordAuthorization: {
    gate: leaveOpen,
    decide: (_, command) =>
      happened(
        firstOf(
          filled('number', command.number),
          isoDate('validFrom', command.validFrom),
          isoDate('validTo', command.validTo),
          command.validTo < command.validFrom ? wrong('validTo', command.validTo) : null,
          checkVisits(command.visits),
        ),
        { type: 'authorizationRecorded', data: told(command) },
      ),
  },
  recordDenial: {
    gate: (state) => {
      const denial = openDenial(state);
      // A second no may follow an appeal; without one the first still stands.
      return firstOf(leaveOpen(state), denial !== null && denial.appeal === null ? done('denial') : null);
    },
    decide: (state, command) =>
      happened(
        firstOf(
          filled('denialId', command.denialId),
          (state.funding.denials ?? []).some(({ denialId }) => denialId === command.denialId) ? done('denial') : null,
          isoDate('on', command.on),
          filled('reason', command.reason),
          isoDate('appealUntil', command.appealUntil, true),
          command.appealUntil !== '' && command.appealUntil < command.on
            ? wrong('appealUntil', command.appealUntil)
            : null,
        ),
        { type: 'authorizationDenied', data: told(command) },
      ),
  },
  appealDenial: {
    gate: (state) => {
      const denial = openDenial(state);
      return firstOf(
        leaveOpen(state),
        denial === null ? notFound('denial', '') : null,
        denial !== null && denial.appeal !== null ? done('appeal') : null,
      );
    },
    decide: (state, command) =>
      happened(
        firstOf(
          filled('appealId', command.appealId),
          openDenial(state)?.denialId === command.denialId ? null : notFound('denial', command.denialId),
          filled('argument', command.argument),
          isoDate('sentOn', command.sentOn),
        ),
        { type: 'denialAppealed', data: told(command) },
      ),
  },
};
