import { describe, expect, it } from 'vitest';
import { actorOf, standingOf, subjectOf } from '../../../../testing/rules/cast.ts';
import { sha256 } from '../../../../testing/rules/hash.ts';
import { refusalOf, type Said, say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import { refuse } from '../access/policy.ts';
import { brokenRules } from '../matching/hard-rules.ts';
import { asItStood } from './retract.ts';
import { stageOf } from './stage.ts';
import { viewCase } from './view-case.ts';
import type { RetractionCause } from './vocabulary.ts';
import { waitingOf } from './waiting.ts';

const [coordinator, reader, referrer] = [actorOf('coordinator'), actorOf('reader'), actorOf('referrer')];
const takeBack = (cause: RetractionCause, actor = reader, reason = 'A mix-up.'): Said => [
  actor,
  { type: 'retractReport', cause, reason },
];
const waits = ({ state, at }: ReturnType<typeof upTo>) => waitingOf(state, at).say;

describe('a signed report that is taken back', () => {
  it('goes to another reader where the reading is wrong, with a promise of its own', () => {
    const told = say(upTo('close'), takeBack('error'));
    expect([stageOf(told.state), waits(told)]).toEqual(['matching', 'waiting.match']);
    expect(told.state).toMatchObject({ closedAt: null, decision: { recorded: null }, delivery: { deliveredAt: null } });
    expect(told.state.clock.promisedBy).not.toBeNull();
    expect(refuse(subjectOf('reader'), 'case:view', told.state)?.code).toBe('not-your-case');
    expect(brokenRules(told.state, standingOf('reader'), told.at)).toContain('earlier-reader');
    expect(brokenRules(told.state, standingOf('otherReader', { sawSecond: true }), told.at)).toEqual(['saw-second']);
    const offer: Said = [
      coordinator,
      { type: 'offerCase', offerId: 'o2', reader: standingOf('otherReader'), reasons: [] },
    ];
    const next = say(told, offer);
    const view = viewCase(next.state, subjectOf('otherReader'), 'reader', next.at);
    expect(view).toMatchObject({ sealed: true, retractions: [] });
    expect(JSON.stringify(view)).not.toContain('A mix-up.');
    expect(refuse(subjectOf('otherReader'), 'retracted:view', next.state)?.code).toBe('original-sealed');
  });

  it('waits for the right images where they are of somebody else', () => {
    const told = say(upTo('deliver'), takeBack('other-patient', coordinator));
    expect([stageOf(told.state), waits(told)]).toEqual(['preparing', 'waiting.images-again']);
    expect(told.state.reading.reader).toBeNull();
  });

  it('keeps the locked findings where only the original report is of somebody else, and seals the right one', () => {
    const told = say(upTo('deliver'), takeBack('other-report'));
    expect(told.state.reading.locked).toEqual(upTo('deliver').state.reading.locked);
    expect(waits(told)).toBe('waiting.report-again');
    const here = say(told, WAY.report, WAY.acceptReport);
    expect(viewCase(here.state, subjectOf('reader'), 'reader', here.at).sealed).toBe(true);
    const signed = say(here, WAY.reveal, WAY.compare, WAY.sign);
    expect(signed.state.reading.signed).not.toBeNull();
  });

  it('stays on record and is told, with who and why, to whoever had it', () => {
    const before = upTo('deliver');
    const told = say(before, takeBack('error'));
    for (const person of ['patient', 'referrer', 'coordinator'] as const) {
      const { retractions, second } = viewCase(told.state, subjectOf(person), person, told.at);
      expect(retractions).toMatchObject([{ number: 1, cause: 'error', reason: 'A mix-up.', by: 'Name of reader' }]);
      expect(second).toBeNull();
      expect(refuse(subjectOf(person), 'retracted:view', told.state)).toBeNull();
    }
    const [retraction] = told.state.retractions ?? [];
    if (retraction === undefined) throw new Error('None.');
    expect(asItStood(told.state, retraction).reading).toEqual(before.state.reading);
  });

  it('was never seen by patient or referrer where it was not delivered', () => {
    const told = say(upTo('sign'), takeBack('error'));
    for (const person of ['patient', 'referrer'] as const) {
      expect(viewCase(told.state, subjectOf(person), person, told.at).retractions).toEqual([]);
      expect(refuse(subjectOf(person), 'retracted:view', told.state)?.code).toBe('not-found');
    }
  });

  it('needs a signature, a reason, and whoever signed or the practice', () => {
    expect(refusalOf(upTo('compare'), takeBack('error'))).toBe('not-yet');
    expect(refusalOf(upTo('deliver'), takeBack('error', reader, ' '))).toBe('reason-needed');
    expect(refusalOf(upTo('deliver'), takeBack('error', referrer))).toBe('not-your-role');
    expect(refusalOf(upTo('deliver'), takeBack('error', actorOf('otherReader')))).toBe('not-your-case');
    const twice = say(upTo('deliver'), takeBack('error'));
    expect(refusalOf(twice, takeBack('error', coordinator))).toBe('not-yet');
  });

  it('is a medical record: it is not erased because somebody asks for it', () => {
    const told = say(upTo('deliver'), takeBack('error'));
    const erased = { images: 1, imageBytes: 1, reports: 1, documents: 1, drafts: 0, uploads: 0 };
    const confirm = told.state.number;
    const erase: Said = [coordinator, { type: 'eraseCase', confirm, ground: 'request', reason: 'Asked.', erased }];
    expect(refusalOf(told, erase)).toBe('records-kept');
  });

  it('of a third read leaves the second as it is, and the third goes to another', () => {
    const third = actorOf('otherReader');
    const own = (said: Said): Said => [third, said[1]];
    const [pair] = WAY.compare[1].comparison.pairs;
    const pairs = [{ ...pair, third: { said: null, bearsOut: 'neither' as const } }];
    const signed = say(
      upTo('deliver'),
      [referrer, { type: 'askThirdRead', reason: 'Settle it.' }],
      [coordinator, { type: 'offerCase', offerId: 't1', reader: standingOf('otherReader'), reasons: [] }],
      [third, { type: 'acceptOffer', offerId: 't1', noConflict: true }],
      ...[own(WAY.read), own(WAY.lock), own(WAY.reveal)],
      [third, { type: 'compareReports', comparison: { ...WAY.compare[1].comparison, pairs } }],
      own(WAY.sign),
      [actorOf('system'), { type: 'deliverResult', documentSha256: sha256('third'), read: 'third' }],
    );
    const back = say(signed, [
      coordinator,
      { type: 'retractReport', cause: 'error', reason: 'The wrong side.', read: 'third' },
    ]);
    expect(back.state.reading).toEqual(signed.state.reading);
    expect(waits(back)).toBe('waiting.third-read');
    expect(back.state.retractions).toMatchObject([
      { read: 'third', reading: { signed: { by: { personId: 'otherReader' } } } },
    ]);
    const whole = say(signed, takeBack('error'));
    expect(whole.state.third).toBeNull();
    expect(whole.state.retractions?.map(({ read }) => read)).toEqual(['second', 'third']);
    const gone = whole.state.retractions?.[1];
    if (gone === undefined) throw new Error('None.');
    expect(asItStood(whole.state, gone).earlier?.report).toEqual(signed.state.reading.locked?.report);
  });
});
