import { receivableMinor } from '../../money/ledger.ts';
import { owed, paidMinor } from '../../money/price.ts';
import { quoteOf, workOf } from '../../money/quote.ts';
import { refundLeft } from '../../money/refund.ts';
import { type Check, filled, firstOf, oneOf, reasoned, wrong } from '../fields.ts';
import { isFunded } from '../readiness.ts';
import type { CaseState } from '../state.ts';
import { type Money, PAYMENT_METHODS } from '../vocabulary.ts';
import { done, type Handlers, happened, notFound, notYet, told } from './handler.ts';
import { INSURANCE } from './insurance.ts';
import { checkMoney, notDelivered, routeIs } from './money-checks.ts';

/** An amount that is received or given back: whole, in the currency that is owed, and no more than is open. */
function checkAmount(amount: Money, open: { readonly currency: string; readonly openMinor: number }): Check {
  return firstOf(
    checkMoney('amount', amount, { currency: open.currency, least: 1 }),
    amount.amountMinor > open.openMinor
      ? { code: 'amount-wrong', expectedMinor: open.openMinor, gotMinor: amount.amountMinor }
      : null,
  );
}

const currencyOf = ({ funding }: CaseState): string => funding.price?.currency ?? '';

export const FUNDING: Handlers<
  | 'chooseFunding'
  | 'recordCoverage'
  | 'requestAuthorization'
  | 'recordAuthorization'
  | 'recordDenial'
  | 'appealDenial'
  | 'recordPayment'
  | 'recordRefund'
  | 'returnRefund'
  | 'recordRemittance'
  | 'recordInstitution'
  | 'waiveFunding'
> = {
  ...INSURANCE,
  chooseFunding: {
    // Warning signs are asked before anything is paid (DOMAIN section 1). What is settled stays: money has moved.
    gate: (state) =>
      firstOf(
        notDelivered(state),
        state.question === null ? notYet('question') : null,
        state.redFlags.answeredAt === null ? notYet('red-flags-answered') : null,
        paidMinor(state) > 0 || isFunded(state) || state.reading.reader !== null ? done('route') : null,
      ),
    decide: (state, { route, serviceLevel, priorComparison = false }, { prices }) => {
      const check = firstOf(
        oneOf('route', route, ['self-pay', 'insurance', 'institution']),
        oneOf('serviceLevel', serviceLevel, Object.keys(prices.levels)),
      );
      if (check !== null) return { refused: check };
      const { lines, totalMinor } = quoteOf(prices, workOf(state, { level: serviceLevel, priorComparison }));
      const price = { amountMinor: totalMinor, currency: prices.currency };
      return happened(null, { type: 'fundingChosen', data: { route, serviceLevel, price, lines } });
    },
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
      const left = owed(state);
      const doubled = state.funding.payments.some(({ paymentId }) => paymentId === command.paymentId);
      return happened(
        firstOf(
          filled('paymentId', command.paymentId),
          doubled ? done('payment') : null,
          oneOf('method', command.method, PAYMENT_METHODS),
          checkAmount(command.amount, { currency: left.currency, openMinor: left.amountMinor }),
        ),
        { type: 'paymentRecorded', data: told(command) },
      );
    },
  },
  recordRefund: {
    gate: (state) =>
      firstOf(state.funding.refund == null ? notYet('refund') : null, refundLeft(state) === 0 ? done('refund') : null),
    decide: (state, command) => {
      const doubled = (state.funding.refunds ?? []).some(({ refundId }) => refundId === command.refundId);
      return happened(
        firstOf(
          filled('refundId', command.refundId),
          doubled ? done('refund') : null,
          oneOf('method', command.method, PAYMENT_METHODS),
          checkAmount(command.amount, { currency: currencyOf(state), openMinor: refundLeft(state) }),
        ),
        { type: 'refundPaid', data: told(command) },
      );
    },
  },
  returnRefund: {
    gate: ({ funding }) => ((funding.refunds ?? []).length === 0 ? notFound('refund', '') : null),
    decide: ({ funding }, { refundId, reason }) =>
      happened(
        firstOf(
          (funding.refunds ?? []).some((refund) => refund.refundId === refundId) ? null : notFound('refund', refundId),
          reasoned(reason),
        ),
        { type: 'refundReturned', data: { refundId, reason } },
      ),
  },
  recordRemittance: {
    gate: (state) =>
      firstOf(
        state.delivery.deliveredAt === null ? notYet('delivery') : null,
        receivableMinor(state) === 0 ? done('payment') : null,
      ),
    decide: (state, command) => {
      const { amount, writtenOff } = command;
      const open = receivableMinor(state);
      const currency = currencyOf(state);
      const doubled = (state.funding.remittances ?? []).some(
        ({ remittanceId }) => remittanceId === command.remittanceId,
      );
      const got = amount.amountMinor + writtenOff.amountMinor;
      return happened(
        firstOf(
          filled('remittanceId', command.remittanceId),
          doubled ? done('payment') : null,
          checkMoney('amount', amount, { currency, least: 0 }),
          checkMoney('writtenOff', writtenOff, { currency, least: 0 }),
          got === 0 ? wrong('amount.amountMinor', 0) : null,
          got > open ? { code: 'amount-wrong', expectedMinor: open, gotMinor: got } : null,
        ),
        {
          type: 'remittanceRecorded',
          data: { ...told(command), payer: state.funding.route === 'institution' ? 'institution' : 'insurer' },
        },
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
