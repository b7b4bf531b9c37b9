import { owed, paidMinor, priceOf } from '../../money/price.ts';
import { type Check, filled, firstOf, isoDate, oneOf, reasoned, wrong } from '../fields.ts';
import { isFunded } from '../readiness.ts';
import type { CaseState } from '../state.ts';
import type { FundingRoute, Money } from '../vocabulary.ts';
import { done, type Handlers, happened, notYet, told } from './handler.ts';

const METHODS = ['bank-transfer', 'cash', 'cheque', 'card-terminal', 'invoice', 'other'];

function routeIs(state: CaseState, route: FundingRoute): Check {
  return state.funding.route === route ? null : notYet('funding');
}

function notDelivered({ delivery }: CaseState): Check {
  return delivery.deliveredAt === null ? null : done('delivery');
}

/** Money in whole minor units of the practice's currency, at least `least`. */
function checkMoney(field: string, money: Money, rule: { currency: string; least: number }): Check {
  return firstOf(
    Number.isSafeInteger(money.amountMinor) && money.amountMinor >= rule.least
      ? null
      : wrong(`${field}.amountMinor`, money.amountMinor),
    oneOf(`${field}.currency`, money.currency, [rule.currency]),
  );
}

export const FUNDING: Handlers<
  'chooseFunding' | 'recordCoverage' | 'recordAuthorization' | 'recordPayment' | 'recordInstitution' | 'waiveFunding'
> = {
  chooseFunding: {
    // Warning signs are asked before anything is paid (DOMAIN section 1). What is settled stays: money has moved.
    gate: (state) =>
      firstOf(
        notDelivered(state),
        state.question === null ? notYet('question') : null,
        state.redFlags.answeredAt === null ? notYet('red-flags-answered') : null,
        paidMinor(state) > 0 || isFunded(state) || state.reading.reader !== null ? done('route') : null,
      ),
    decide: (_, { route, serviceLevel }, { prices }) => {
      const check = firstOf(
        oneOf('route', route, ['self-pay', 'insurance', 'institution']),
        oneOf('serviceLevel', serviceLevel, Object.keys(prices.levels)),
      );
      if (check !== null) return { refused: check };
      return happened(null, {
        type: 'fundingChosen',
        data: { route, serviceLevel, price: priceOf(prices, serviceLevel) },
      });
    },
  },
  recordCoverage: {
    gate: (state) =>
      firstOf(notDelivered(state), routeIs(state, 'insurance'), isFunded(state) ? done('funding') : null),
    decide: (_, command, { prices }) =>
      happened(
        firstOf(
          filled('plan', command.plan),
          filled('memberId', command.memberId),
          oneOf('answer', command.answer, ['covered', 'partly', 'not-covered', 'unclear']),
          checkMoney('patientShare', command.patientShare, { currency: prices.currency, least: 0 }),
        ),
        { type: 'coverageRecorded', data: told(command) },
      ),
  },
  recordAuthorization: {
    gate: (state) =>
      firstOf(
        notDelivered(state),
        routeIs(state, 'insurance'),
        state.funding.coverage === null ? notYet('coverage') : null,
        state.funding.authorization === null ? null : done('authorization'),
      ),
    decide: (_, command) =>
      happened(
        firstOf(
          filled('number', command.number),
          isoDate('validFrom', command.validFrom),
          isoDate('validTo', command.validTo),
          command.validTo < command.validFrom ? wrong('validTo', command.validTo) : null,
        ),
        { type: 'authorizationRecorded', data: told(command) },
      ),
  },
  recordPayment: {
    gate: (state) =>
      firstOf(
        notDelivered(state),
        state.funding.route === null ? notYet('funding') : null,
        state.funding.route === 'insurance' && state.funding.coverage === null ? notYet('coverage') : null,
        owed(state).amountMinor === 0 ? done('payment') : null,
      ),
    decide: (state, command) => {
      const { amount } = command;
      const left = owed(state);
      const doubled = state.funding.payments.some(({ paymentId }) => paymentId === command.paymentId);
      return happened(
        firstOf(
          filled('paymentId', command.paymentId),
          doubled ? done('payment') : null,
          checkMoney('amount', amount, { currency: left.currency, least: 1 }),
          oneOf('method', command.method, METHODS),
          amount.amountMinor > left.amountMinor
            ? { code: 'amount-wrong', expectedMinor: left.amountMinor, gotMinor: amount.amountMinor }
            : null,
        ),
        { type: 'paymentRecorded', data: told(command) },
      );
    },
  },
  recordInstitution: {
    gate: (state) =>
      firstOf(
        notDelivered(state),
        routeIs(state, 'institution'),
        state.funding.institution === null ? null : done('institution'),
      ),
    decide: (_, command) =>
      happened(filled('institution', command.institution), { type: 'institutionRecorded', data: told(command) }),
  },
  waiveFunding: {
    gate: (state) => firstOf(notDelivered(state), isFunded(state) ? done('funding') : null),
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'fundingWaived', data: { reason } }),
  },
};
