import { describe, expect, it } from 'vitest';
import { actorOf, contextOf, standingOf, subjectOf } from '../../../../testing/rules/cast.ts';
import { refusalOf, type Said, SECOND_REPORT, say, type Told, upTo, WAY } from '../../../../testing/rules/journey.ts';
import { refuse } from '../access/policy.ts';
import { brokenRules } from '../matching/hard-rules.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { rowOf } from './row.ts';
import { stageOf } from './stage.ts';
import { forMatching, metBy } from './third.ts';
import { viewCase } from './view-case.ts';
import { waitingOf } from './waiting.ts';

const [patient, coordinator, second, third, referrer, system] = (
  ['patient', 'coordinator', 'reader', 'otherReader', 'referrer', 'system'] as const
).map((person) => actorOf(person)) as [Said[0], Said[0], Said[0], Said[0], Said[0], Said[0]];
const by = (actor: Said[0], command: Command): Said => [actor, command];
const byThird = (said: Said): Said => [third, said[1]];

const ask = by(referrer, { type: 'askThirdRead', reason: 'Surgery hangs on it.' });
const offer = by(coordinator, { type: 'offerCase', offerId: 't1', reader: standingOf('otherReader'), reasons: [] });
const accept = by(third, { type: 'acceptOffer', offerId: 't1', noConflict: true });
const report = { ...SECOND_REPORT, findings: 'Seven lesions.', impression: 'Demyelination is likely.' };
const lock = by(third, { type: 'lockFindings', report });
const [pair] = WAY.compare[1].comparison.pairs;
const comparison = {
  ...WAY.compare[1].comparison,
  pairs: [{ ...pair, third: { said: 'Seven lesions.', bearsOut: 'second' } }],
} as const;
const compare = by(third, { type: 'compareReports', comparison });
const deliver = by(system, { type: 'deliverResult', documentSha256: '3'.repeat(64), read: 'third' });

const asked = () => say(upTo('referrerSees'), ask);
const begun = () => say(asked(), offer, accept, byThird(WAY.read));
const signed = () => say(begun(), lock, byThird(WAY.reveal), compare, byThird(WAY.sign));
const waits = ({ state, at }: ReturnType<typeof upTo>) => waitingOf(state, at).say;

describe('a third, deciding read', () => {
  it('goes its way from the doctor who asks to the decision, and each step names who has the next word', () => {
    const told = [asked(), say(asked(), offer), begun(), signed(), say(signed(), deliver)];
    expect(told.map(waits)).toEqual([
      'waiting.third-read',
      'waiting.offer',
      'waiting.third-reading',
      'waiting.delivery',
      'waiting.referrer-opens',
    ]);
    for (const { state } of told) expect(stageOf(state)).toBe('deciding');
    const opened = say(say(signed(), deliver), WAY.referrerSees);
    expect(waits(opened)).toBe('waiting.referrer-decides');
    const closed = say(opened, WAY.decide, WAY.close);
    expect(stageOf(closed.state)).toBe('closed');
    expect(closed.state.reading).toEqual(upTo('referrerSees').state.reading);
    expect(closed.state.delivery).toEqual(upTo('referrerSees').state.delivery);
  });

  it('is a case of its own to its reader, who sees neither report before the lock', () => {
    const { state, at } = begun();
    const view = viewCase(state, subjectOf('otherReader'), 'reader', at);
    expect(view).toMatchObject({
      sealed: true,
      isThirdRead: true,
      earlier: null,
      second: null,
      third: null,
      stage: 'reading',
    });
    expect(view.decision.thirdReadAsked).toBeNull();
    expect(view.delivery.deliveredAt).toBeNull();
    expect(rowOf(state, subjectOf('otherReader'), 'reader', at).stage).toBe('reading');
    const open = say(begun(), lock, byThird(WAY.reveal));
    const { earlier, report: facts } = viewCase(open.state, subjectOf('otherReader'), 'reader', open.at);
    expect(earlier).toMatchObject({ readerName: 'Name of reader', report: SECOND_REPORT });
    expect(facts).not.toBeNull();
  });

  it('keeps away who has read before, who saw the second opinion, and who saw the first', () => {
    const { state, at } = asked();
    const broken = (person: 'reader' | 'chief', change = {}) =>
      brokenRules(forMatching(state), standingOf(person, change), at);
    expect(broken('reader')).toEqual(['earlier-reader']);
    expect(broken('chief', { sawSecond: true })).toEqual(['saw-second']);
    expect(broken('chief', { sawOriginal: true })).toEqual(['saw-original']);
    expect(broken('chief')).toEqual([]);
  });

  it('is compared with both reports, line by line, before it is signed', () => {
    const open = say(begun(), lock, byThird(WAY.reveal));
    expect(refusalOf(open, byThird(WAY.sign))).toBe('not-yet');
    expect(refusalOf(open, byThird(WAY.compare))).toBe('field-wrong');
    expect(refusalOf(say(open, compare), byThird(WAY.sign))).toBeNull();
  });

  it('is compared with the second opinion alone where there is no original report', () => {
    const alone = say(
      upTo('consent'),
      WAY.images,
      by(patient, { type: 'declareNoReport', reason: 'None.' }),
      ...[WAY.acceptImages, WAY.fund, WAY.pay, WAY.offer, WAY.accept, WAY.read, WAY.lock, WAY.sign, WAY.deliver],
    );
    const locked = say(alone, ask, offer, accept, byThird(WAY.read), lock);
    expect(viewCase(locked.state, subjectOf('otherReader'), 'reader', locked.at).earlier?.report).toEqual(
      SECOND_REPORT,
    );
    expect(refusalOf(locked, byThird(WAY.sign))).toBe('not-yet');
    expect(say(locked, compare, byThird(WAY.sign), deliver).state.third?.delivery.deliveredAt).not.toBeNull();
  });

  it('is not decided past while its reader is at work; without one it may be', () => {
    expect(refusalOf(begun(), WAY.decide)).toBe('not-yet');
    expect(refusalOf(asked(), WAY.decide)).toBeNull();
    const back = say(begun(), by(third, { type: 'returnCase', reason: 'I am ill.' }));
    expect(waits(back)).toBe('waiting.third-read');
    const again = { type: 'offerCase', offerId: 't2', reader: standingOf('otherReader'), reasons: [] } as const;
    expect(refusalOf(back, by(coordinator, again))).toBe('reader-not-suited');
    expect(refusalOf(back, WAY.decide)).toBeNull();
  });

  it('leaves the second reader the own report: an addendum goes there, and nowhere else', () => {
    const added = say(begun(), by(second, { type: 'addAddendum', addendumId: 'a1', text: 'Left.' }));
    expect(added.state.reading.addenda).toHaveLength(1);
    expect(added.state.third?.reading.addenda).toEqual([]);
    expect(refuse(subjectOf('reader'), 'second:view', added.state)).toBeNull();
    expect(metBy(added.state, 'reader')).toBe(added.state);
    expect(refuse(subjectOf('reader'), 'third:view', added.state)?.code).toBe('not-yet');
  });

  it('is asked for by a decision to have one, which is not the last', () => {
    const outcome = by(referrer, {
      type: 'recordDecision',
      outcome: 'third-read',
      courseOfAction: 'Settle it.',
      discussedOn: '',
    });
    const told = say(upTo('referrerSees'), outcome);
    expect(told.state.third).toMatchObject({ reason: 'Settle it.' });
    expect(refusalOf(told, WAY.close)).toBe('not-yet');
    expect(refusalOf(say(told, WAY.decide), ask)).toBe('already-done');
  });

  it('that costs something is offered to nobody before it is settled', () => {
    const from = upTo('referrerSees');
    const priced = (told: Told, [actor, command]: Said) => {
      const context = contextOf(told.at, actor);
      const prices = { ...context.prices, thirdRead: { amountMinor: 19_500, workingDays: 3 } };
      return decide(told.state, command, { ...context, prices });
    };
    const decision = priced(from, ask);
    if ('refused' in decision) throw new Error('refused');
    expect(decision.events[0]?.data).toMatchObject({ price: { amountMinor: 19_500, currency: 'USD' } });
    const owing = { ...asked(), state: { ...asked().state } };
    if (owing.state.third == null) throw new Error('none');
    owing.state.third = { ...owing.state.third, price: { amountMinor: 19_500, currency: 'USD' }, promisedBy: null };
    expect(waits(owing)).toBe('waiting.third-payment');
    expect(waitingOf(owing.state, owing.at, 'patient').with).toMatchObject({ amount: '$195.00' });
    expect(waitingOf(owing.state, owing.at, 'referrer').with).not.toHaveProperty('amount');
    expect(refusalOf(owing, offer)).toBe('not-yet');
    const settle = by(coordinator, { type: 'settleThirdRead', how: 'paid', reference: 'Transfer' });
    expect(refusalOf(say(owing, settle), offer)).toBeNull();
    expect(refusalOf(owing, by(coordinator, { type: 'settleThirdRead', how: 'waived', reference: ' ' }))).toBe(
      'reason-needed',
    );
  });

  it('of an old record without one is asked for once more', () => {
    const old = { ...asked().state, third: undefined };
    expect(waitingOf({ ...old, decision: { ...old.decision, recorded: null } }, asked().at).say).toBe(
      'waiting.referrer-decides',
    );
  });
});
