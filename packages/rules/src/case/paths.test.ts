import { describe, expect, it } from 'vitest';
import { actorOf, standingOf, studyOf, subjectOf } from '../../../../testing/rules/cast.ts';
import { sha256 } from '../../../../testing/rules/hash.ts';
import {
  ORIGINAL_FILE,
  refusalOf,
  type Said,
  SECOND_REPORT,
  say,
  trySaying,
  upTo,
  WAY,
} from '../../../../testing/rules/journey.ts';
import { refuse } from '../access/policy.ts';
import type { Command } from './commands.ts';
import type { ComparedPair } from './report.ts';
import { stageOf } from './stage.ts';
import { tracksOf } from './tracks.ts';
import { viewCase } from './view-case.ts';
import { waitingOf } from './waiting.ts';

const [patient, coordinator, reader, system, referrer] = [
  actorOf('patient'),
  actorOf('coordinator'),
  actorOf('reader'),
  actorOf('system'),
  actorOf('referrer'),
];
const by = (actor: Said[0], command: Command): Said => [actor, command];
const waits = (told: ReturnType<typeof upTo>): string => waitingOf(told.state, told.at).say;

describe('a finding that one reader could not judge', () => {
  const comparison = WAY.compare[1].comparison;
  const [line] = comparison.pairs;
  const saying = (change: Partial<ComparedPair>) =>
    by(reader, {
      type: 'compareReports',
      comparison: { ...comparison, pairs: [{ ...line, differsIn: [], ...change }] },
    });

  it('stands in one report alone and is no difference', () => {
    const open = upTo('reveal');
    const unjudged = { notAssessable: true, relation: 'only-second', original: null, grade: 'none' } as const;
    expect(refusalOf(open, saying(unjudged))).toBeNull();
    expect(refusalOf(open, saying({ ...unjudged, grade: 'minor' }))).toBe('field-wrong');
    expect(refusalOf(open, saying({ ...unjudged, relation: 'differs', original: 'Several foci.' }))).toBe(
      'field-wrong',
    );
    expect(refusalOf(open, saying({ ...unjudged, relation: 'agrees', original: 'Several foci.' }))).toBe('field-wrong');
  });
});

describe('without an original report', () => {
  const none = by(patient, { type: 'declareNoReport', reason: 'It was never written.' });
  const begun = () =>
    say(say(upTo('images'), none), WAY.acceptImages, WAY.fund, WAY.pay, WAY.offer, WAY.accept, WAY.read);

  it('the images are read, signed without a comparison, and delivered', () => {
    const signed = say(begun(), WAY.lock, WAY.sign);
    expect(signed.state.reading).toMatchObject({ comparison: null, revealedAt: null });
    expect(refusalOf(say(begun(), WAY.lock), WAY.reveal)).toBe('not-yet');
    expect(stageOf(say(signed, WAY.deliver).state)).toBe('delivered');
  });

  it('a report that turns up while the images are read is sealed, and compared after the reveal', () => {
    const turnedUp = say(begun(), WAY.report);
    expect(viewCase(turnedUp.state, subjectOf('reader'), 'reader', turnedUp.at)).toMatchObject({
      sealed: true,
      report: null,
    });
    const locked = say(turnedUp, WAY.lock);
    expect(refusalOf(locked, WAY.sign)).toBe('not-yet');
    expect(waits(locked)).toBe('waiting.report-check');
    const signed = say(locked, WAY.acceptReport, WAY.reveal, WAY.compare, WAY.sign);
    expect(signed.state.reading.comparison).not.toBeNull();
  });

  it('a report that turns up after the signature is compared beside it, which stays', () => {
    const signed = say(begun(), WAY.lock, WAY.sign);
    const compared = say(signed, WAY.report, WAY.acceptReport, WAY.reveal, WAY.compare);
    expect(compared.state.reading.signed).toEqual(signed.state.reading.signed);
    expect(refusalOf(compared, WAY.compare)).toBe('report-signed');
  });

  it('a report that turns up after delivery, also of a closed case, is compared once and delivered with it', () => {
    const decide = by(referrer, { type: 'recordDecision', outcome: 'no-change', courseOfAction: '', discussedOn: '' });
    const closed = say(begun(), WAY.lock, WAY.sign, WAY.deliver, WAY.referrerSees, decide, WAY.close);
    const late = say(closed, WAY.report);
    expect(waits(late)).toBe('waiting.report-check');
    expect(viewCase(late.state, subjectOf('reader'), 'reader', late.at)).toMatchObject({ sealed: true, report: null });
    const accepted = say(late, WAY.acceptReport);
    expect(waits(accepted)).toBe('waiting.comparison');
    const compared = say(accepted, WAY.reveal, WAY.compare);
    expect(compared.state.reading.signed).toEqual(closed.state.reading.signed);
    const again = say(compared, by(system, { type: 'deliverResult', documentSha256: sha256('2') }));
    expect(again.state.delivery).toMatchObject({ documentSha256: sha256('2'), seenByReferrerAt: null });
    expect(refusalOf(again, WAY.compare)).toBe('report-signed');
    expect(refusalOf(again, WAY.report)).toBe('already-done');
  });

  it('a report is not taken after delivery where there was one', () => {
    expect(refusalOf(upTo('deliver'), WAY.report)).toBe('already-done');
  });
});

describe('a service outside', () => {
  const send = by(coordinator, { type: 'sendOutside', service: 'Lakeside', packetSha256: sha256('packet') });
  const back = by(coordinator, {
    type: 'receiveOutsideReport',
    report: { ...ORIGINAL_FILE, reportId: 'outside-1', sha256: sha256('outside') },
    sections: { ...SECOND_REPORT, answers: [] },
  });
  const byCoordinator = (said: Said): Said => [coordinator, said[1]];

  it('takes the place of the second report; the coordinator compares, and its name stands under it', () => {
    const returned = say(upTo('pay'), send, back);
    expect(stageOf(returned.state)).toBe('comparing');
    expect(waits(returned)).toBe('waiting.outside-compare');
    expect(returned.state.reading.locked?.hash).toBe(sha256('outside'));
    expect(refusalOf(returned, byCoordinator(WAY.sign))).toBe('not-yet');
    const signed = say(returned, byCoordinator(WAY.compare), byCoordinator(WAY.sign));
    expect(signed.state.reading.signed?.by).toMatchObject({ name: 'Lakeside', personId: 'coordinator' });
    expect(stageOf(say(signed, WAY.deliver).state)).toBe('delivered');
  });

  it('is not asked while a reader is at work, nor a reader while its report is here', () => {
    expect(refusalOf(upTo('offer'), send)).toBe('already-done');
    expect(refusalOf(upTo('read'), send)).toBe('already-done');
    expect(refusalOf(say(upTo('pay'), send, back), WAY.offer)).toBe('already-done');
  });

  it('gives way to a reader of our own when nothing comes back', () => {
    const taken = say(upTo('pay'), send, WAY.offer, WAY.accept);
    expect(taken.state.outside).toBeNull();
    expect(refusalOf(taken, back)).toBe('not-found');
  });

  it('is no way for a coordinator to sign for a reader of our own', () => {
    expect(refusalOf(upTo('compare'), byCoordinator(WAY.sign))).toBe('not-your-role');
    expect(refusalOf(upTo('reveal'), byCoordinator(WAY.compare))).toBe('not-your-role');
  });
});

describe('a study of somebody else', () => {
  const stranger = studyOf('1.1', { name: 'STONE^ADA', birthDate: '1980-01-01' });
  const arrived = say(upTo('consent'), by(patient, { type: 'receiveImages', importId: 'i1', studies: [stranger] }));
  const turnedAway = (decision: 'accept' | 'reject') =>
    by(coordinator, { type: 'decideStudy', studyInstanceUid: '1.1', decision, reason: 'Another person’s disc.' });

  it('is sent back with the reason when nothing else is there, and the patient is told', () => {
    const back = say(arrived, turnedAway('reject'));
    expect(back.state.materials).toMatchObject({ images: 'rejected', imagesRejectedBecause: 'Another person’s disc.' });
    const own = say(back, by(patient, { type: 'receiveImages', importId: 'i2', studies: [studyOf('1.2')] }));
    expect(own.state.materials).toMatchObject({ images: 'received', imagesRejectedBecause: '' });
    const after = say(back, turnedAway('accept'));
    expect(after.state.materials).toMatchObject({ images: 'received', imagesRejectedBecause: '' });
  });

  it('is left out silently when others are there', () => {
    const both = say(arrived, by(patient, { type: 'receiveImages', importId: 'i2', studies: [studyOf('1.2')] }));
    const left = say(both, turnedAway('reject'));
    expect(left.state.materials).toMatchObject({ images: 'received', imagesRejectedBecause: '' });
  });
});

describe('images that come late', () => {
  const more = by(patient, { type: 'receiveImages', importId: 'i2', studies: [studyOf('1.2')] });

  it('wait for the coordinator once the others were accepted, and stop nothing', () => {
    const late = say(upTo('read'), more);
    expect(late.state.studies.map(({ state }) => state)).toEqual(['attached', 'held']);
    expect(late.state.materials.images).toBe('accepted');
    expect(late.state.clock.pausedAt).toBeNull();
    const decided = say(
      late,
      by(coordinator, { type: 'decideStudy', studyInstanceUid: '1.2', decision: 'accept', reason: 'MRI of 2024.' }),
    );
    expect(decided.state.studies.map(({ state }) => state)).toEqual(['attached', 'attached']);
  });

  it('are not taken after the lock', () => {
    expect(refusalOf(upTo('lock'), more)).toBe('findings-locked');
    expect(refuse(subjectOf('patient'), 'images:upload', upTo('lock').state)?.code).toBe('findings-locked');
  });

  it('bring back to doubt a study whose patient has become another', () => {
    const other = studyOf('1.1', { name: 'STONE^ADA', birthDate: '1980-01-01' });
    const again = say(upTo('images'), by(patient, { type: 'receiveImages', importId: 'i2', studies: [other] }));
    expect(again.state.studies).toMatchObject([{ state: 'held', identity: { verdict: 'other-patient' } }]);
    expect(refusalOf(again, WAY.acceptImages)).toBe('other-patient');
  });
});

describe('records asked of a facility', () => {
  const request = by(coordinator, {
    type: 'requestRecords',
    requestId: 'r1',
    facility: { name: 'Harbour Imaging', address: '', phone: '', fax: '' },
    wants: ['images', 'report'],
    studyDate: '',
    studyDescription: '',
    missing: '',
    law: 'us-hipaa',
    sentOn: '2026-11-02',
  });

  it('are asked by the practice only with consent, and followed until they are here', () => {
    expect(refusalOf(upTo('history'), request)).toBe('not-yet');
    const asked = say(upTo('consent'), request);
    expect(asked.state.requests).toMatchObject([{ dueOn: '2026-12-02', received: [] }]);
    expect(asked.state.materials).toMatchObject({ images: 'requested', report: 'requested' });
    expect(waitingOf(asked.state, '2026-12-01T09:00:00Z')).toMatchObject({ who: 'facility', urgent: false });
    expect(waitingOf(asked.state, '2026-12-03T09:00:00Z')).toMatchObject({ who: 'facility', urgent: true });
    expect(tracksOf(asked.state, '2026-12-03T09:00:00Z').find(({ track }) => track === 'images')?.say).toBe(
      'track.images.overdue',
    );
    const here = say(asked, WAY.images);
    expect(here.state.requests[0]?.received).toEqual(['images']);
    expect(here.state.materials).toMatchObject({ images: 'received', report: 'requested' });
  });

  it('are waited for longer once, with a reason', () => {
    const longer = by(coordinator, { type: 'extendRecordsRequest', requestId: 'r1', reason: 'Archive off site.' });
    const extended = say(upTo('consent'), request, longer);
    expect(extended.state.requests[0]?.dueOn).toBe('2027-01-01');
    expect(refusalOf(extended, longer)).toBe('already-done');
  });

  it('that arrived elsewhere are the patient’s to hand in', () => {
    const marked = say(
      upTo('consent'),
      request,
      by(patient, { type: 'markRecordsReceived', requestId: 'r1', what: ['images'] }),
    );
    expect(marked.state.materials).toMatchObject({ images: 'missing', report: 'requested' });
  });
});

describe('the completeness of the pictures', () => {
  const judged = by(coordinator, { type: 'judgeSet', verdict: 'readable-with-limits', reason: 'No contrast needed.' });

  it('may be judged by the coordinator, who gives a reason, until new pictures come', () => {
    const told = say(upTo('images'), judged);
    expect(told.state.setJudged).toMatchObject({ verdict: 'readable-with-limits', reason: 'No contrast needed.' });
    expect(refusalOf(told, judged)).toBe('nothing-changed');
    expect(refusalOf(told, by(coordinator, { type: 'judgeSet', verdict: 'complete', reason: ' ' }))).toBe(
      'reason-needed',
    );
    expect(refusalOf(told, by(patient, { type: 'judgeSet', verdict: 'complete', reason: 'I think so.' }))).toBe(
      'not-your-role',
    );
    expect(refusalOf(upTo('consent'), judged)).toBe('not-yet');
    const more = say(told, by(system, { type: 'receiveImages', importId: 'i9', studies: [studyOf('1.9')] }));
    expect(more.state.setJudged).toBeNull();
  });
});

describe('a reader', () => {
  it('whose images are rejected on the way waits for others, as does one who was only asked', () => {
    const reject = by(coordinator, { type: 'rejectImages', reason: 'A series is missing.' });
    for (const station of ['offer', 'read'] as const)
      expect(waits(say(upTo(station), reject))).toBe('waiting.images-again');
  });

  it('who gives the case back makes room for another, and is not asked again', () => {
    const back = say(upTo('read'), by(reader, { type: 'returnCase', reason: 'I am ill.' }));
    expect(stageOf(back.state)).toBe('matching');
    expect(refuse(subjectOf('reader'), 'case:view', back.state)?.code).toBe('not-your-case');
    const again = { type: 'offerCase', offerId: 'o2', reader: standingOf('reader'), reasons: [] } as const;
    expect(trySaying(back, by(coordinator, again))).toMatchObject({
      refused: { code: 'reader-not-suited', rules: ['declined-before'] },
    });
  });

  it('whose case is taken back loses it, until the findings are locked', () => {
    const takeBack = by(coordinator, { type: 'withdrawOffer', offerId: 'o1', reason: 'No answer for a week.' });
    expect(say(upTo('read'), takeBack).state.reading).toMatchObject({ reader: null, openedAt: null });
    expect(refusalOf(upTo('lock'), takeBack)).toBe('not-found');
  });

  it('does not lock while the consent is withdrawn', () => {
    const withdrawn = say(upTo('read'), by(patient, { type: 'withdrawConsent', reason: '' }));
    expect(refusalOf(withdrawn, WAY.lock)).toBe('not-yet');
    expect(refuse(subjectOf('reader'), 'images:view', withdrawn.state)?.code).toBe('not-yet');
    expect(withdrawn.state.clock.pausedFor).toBe('patient');
  });

  it('who revises the opinion compares again before signing; the locked one stays beside it', () => {
    const report = { ...SECOND_REPORT, impression: 'Probably demyelination.' };
    const revised = say(
      upTo('compare'),
      by(reader, { type: 'reviseOpinion', report, reason: 'The report tells of vertigo.' }),
    );
    expect(revised.state.reading.locked?.report).toEqual(SECOND_REPORT);
    expect(refusalOf(revised, WAY.sign)).toBe('not-yet');
    const signed = say(revised, WAY.compare, WAY.sign);
    const { second } = viewCase(signed.state, subjectOf('reader'), 'reader', signed.at);
    expect(second).toMatchObject({
      locked: SECOND_REPORT,
      final: report,
      revisedBecause: 'The report tells of vertigo.',
    });
  });
});

describe('after delivery', () => {
  const recorded = by(coordinator, {
    type: 'recordDecision',
    outcome: 'confirmed',
    courseOfAction: '',
    discussedOn: '',
  });

  it('an addendum is delivered once more, and has still to be seen; also in a closed case', () => {
    const closed = upTo('close');
    expect(refusalOf(closed, by(system, { type: 'deliverResult', documentSha256: sha256('2') }))).toBe('already-done');
    const added = say(closed, by(reader, { type: 'addAddendum', addendumId: 'a1', text: 'Left, not right.' }));
    const again = say(added, by(system, { type: 'deliverResult', documentSha256: sha256('2') }));
    expect(again.state.delivery).toMatchObject({ documentSha256: sha256('2'), seenByReferrerAt: null });
    expect(again.state.clock.stoppedAt).toBe(closed.state.clock.stoppedAt);
    expect(stageOf(say(again, WAY.referrerSees).state)).toBe('closed');
    expect(refusalOf(again, by(system, { type: 'deliverResult', documentSha256: sha256('3') }))).toBe('already-done');
  });

  it('the patient decides where no doctor is named, the coordinator always may on their behalf', () => {
    const own = by(patient, recorded[1]);
    expect(refusalOf(upTo('deliver'), own)).toBe('not-your-role');
    expect(refusalOf(upTo('deliver', ['name']), own)).toBeNull();
    expect(refusalOf(upTo('deliver'), recorded)).toBeNull();
  });

  it('a decision to have a third reading is not the last one', () => {
    const third = by(referrer, { type: 'recordDecision', outcome: 'third-read', courseOfAction: '', discussedOn: '' });
    const asked = say(upTo('deliver'), third);
    expect(waits(asked)).toBe('waiting.third-read');
    expect(waits(say(asked, WAY.decide))).toBe('waiting.close');
  });

  it('a consent that is withdrawn before delivery is waited for', () => {
    const withdrawn = say(upTo('sign'), by(patient, { type: 'withdrawConsent', reason: '' }));
    expect(refusalOf(withdrawn, WAY.deliver)).toBe('not-yet');
    expect(waits(withdrawn)).toBe('waiting.consent');
    expect(refusalOf(say(withdrawn, WAY.consent), WAY.deliver)).toBeNull();
  });

  it('a warning sign that opened on the way comes first, whatever lies there', () => {
    const flagged = say(upTo('read'), by(patient, { type: 'answerRedFlags', asked: ['stroke'], yes: ['stroke'] }));
    const delivered = say(
      upTo('sign'),
      by(patient, { type: 'answerRedFlags', asked: ['stroke'], yes: ['stroke'] }),
      WAY.deliver,
    );
    for (const told of [flagged, delivered])
      expect(waitingOf(told.state, told.at)).toMatchObject({ say: 'waiting.red-flag', urgent: true });
    expect(refusalOf(flagged, WAY.lock)).toBe('not-yet');
    expect(refusalOf(delivered, WAY.patientSees)).toBe('red-flag-open');
  });

  it('nobody is left waiting: each step names who has the next word', () => {
    const said = (['deliver', 'referrerSees', 'decide', 'close'] as const).map((station) => waits(upTo(station)));
    expect(said).toEqual(['waiting.referrer-opens', 'waiting.referrer-decides', 'waiting.close', 'waiting.closed']);
  });
});
