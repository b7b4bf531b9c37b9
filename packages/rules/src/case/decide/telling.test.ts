import { describe, expect, it } from 'vitest';
import { actorOf, contextOf, subjectOf } from '../../../../../testing/rules/cast.ts';
import { upTo } from '../../../../../testing/rules/journey.ts';
import { LINK_ACTIONS, maySeeCase, refuse } from '../../access/policy.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import type { CaseEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { CaseState } from '../state.ts';
import { viewCase } from '../view-case.ts';
import { AGREEMENT_VERSION } from '../vocabulary.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const patient = actorOf('patient', 'patient');

function send(state: CaseState, command: Command, actor = patient, now = NOW): CaseState {
  const decision = decide(state, command, contextOf(now, actor));
  if ('refused' in decision) throw new Error(decision.refused.code);
  return decision.events.reduce<CaseState>((before, body) => {
    const event = { ...body, caseId: state.id, version: before.version + 1, at: now, actor } as CaseEvent;
    return evolve(before, event);
  }, state);
}

const AGREE = { type: 'agreeTo', version: AGREEMENT_VERSION, language: 'en', signerName: 'Ruth Almeida' } as const;
const DAUGHTER = { name: 'Ana', email: 'ana@mail.example', relation: 'Daughter' };

describe('agreements beside the consent', () => {
  it('are given and taken back each on its own; people to share with may change', () => {
    const { state } = upTo('images');
    const taught = send(state, { ...AGREE, what: 'teaching', people: [] });
    expect(() => send(taught, { ...AGREE, what: 'teaching', people: [] })).toThrow('already-done');
    const shared = send(taught, { ...AGREE, what: 'sharing', people: [DAUGHTER] });
    expect(
      send(shared, { ...AGREE, what: 'sharing', people: [DAUGHTER, DAUGHTER] }).agreements?.sharing?.people,
    ).toHaveLength(2);
    expect(() => send(taught, { ...AGREE, what: 'sharing', people: [] })).toThrow('field-empty');
    const back = send(shared, { type: 'takeBackAgreement', what: 'teaching' });
    expect(Object.keys(back.agreements ?? {})).toEqual(['sharing']);
    expect(() => send(back, { type: 'takeBackAgreement', what: 'teaching' })).toThrow('not-found');
    expect(() => send(state, { ...AGREE, version: '1999-01', what: 'teaching', people: [] })).toThrow('field-wrong');
  });
});

describe('what is between patient and practice', () => {
  it('is shown to both and to nobody else', () => {
    const { state } = upTo('read');
    const told = send(send(state, { type: 'writeMessage', messageId: 'm1', text: 'Is the disc there?' }), {
      ...({ type: 'notePaper', paperId: 'p1', step: 'added', kind: 'proof' } as const),
      ...{ sha256: 'a'.repeat(64), mediaType: 'application/pdf' },
    });
    const seen = (person: Parameters<typeof subjectOf>[0], as: Parameters<typeof viewCase>[2]) => {
      const view = viewCase(told, subjectOf(person), as, NOW);
      return [view.messages.length, view.papers.length];
    };
    expect(seen('patient', 'patient')).toEqual([1, 1]);
    expect(seen('coordinator', 'coordinator')).toEqual([1, 1]);
    expect(seen('referrer', 'referrer')).toEqual([0, 0]);
    expect(seen('reader', 'reader')).toEqual([0, 0]);
  });

  it('lets a person ask for erasure once, also when the case is over', () => {
    const { state } = upTo('close');
    const asked = send(state, { type: 'askErasure', reason: '' });
    expect(asked.erasureAsked?.at).toBe(NOW);
    expect(() => send(asked, { type: 'askErasure', reason: '' })).toThrow('already-done');
    expect(() => send(state, { type: 'giveHistory' } as Command)).toThrow('case-is-over');
  });
});

describe('a records request on its way', () => {
  const asked = () => {
    const { state } = upTo('images');
    return send(state, {
      ...({ type: 'requestRecords', requestId: 'r9', wants: ['report'], law: 'us-hipaa', missing: '' } as const),
      facility: { name: 'Harbour Imaging', address: '', phone: '', fax: '' },
      ...{ studyDate: '2026-10-12', studyDescription: 'MRI brain', sentOn: '2026-11-10' },
    });
  };
  const request = (state: CaseState) => state.requests.find(({ requestId }) => requestId === 'r9');

  it('is due thirty days from the day on which it left, not on which it was written', () => {
    expect(request(asked())?.dueOn).toBe('2026-12-10');
    const note = { type: 'noteRecordsRequest', requestId: 'r9', way: 'mail', reference: '' } as const;
    const sent = send(asked(), { ...note, step: 'sent', on: '2026-11-19' });
    expect(request(sent)?.dueOn).toBe('2026-12-19');
    const again = send(sent, { ...note, step: 'second-letter', on: '2026-11-20' });
    expect([request(again)?.dueOn, request(again)?.steps?.length]).toEqual(['2026-12-19', 2]);
    expect(() => send(sent, { ...note, step: 'sent', on: '2026-12-24' })).toThrow('field-wrong');
  });

  it('has a link for the facility that ends', () => {
    const link = {
      type: 'noteFacilityLink',
      linkId: 'l1',
      requestId: 'r9',
      expiresAt: '2026-12-20T10:00:00.000Z',
    } as const;
    const made = send(asked(), { ...link, step: 'made' });
    expect(made.facilityLinks?.[0]?.withdrawnAt).toBeNull();
    expect(() => send(asked(), { ...link, step: 'made', expiresAt: '2027-12-20T10:00:00.000Z' })).toThrow(
      'field-wrong',
    );
    const gone = send(made, { ...link, step: 'withdrawn' });
    expect(gone.facilityLinks?.[0]?.withdrawnAt).toBe(NOW);
    expect(() => send(gone, { ...link, step: 'withdrawn' })).toThrow('already-done');
  });
});

describe('whoever comes by a facility’s link', () => {
  const { state } = upTo('images');
  const facility = (caseId: string) => ({
    ...{ personId: 'l1', roles: ['machine'] as const, strongSession: false, demo: false },
    link: { caseId },
  });

  it('brings to the one case, and sees nothing of it', () => {
    for (const action of LINK_ACTIONS)
      expect([action, refuse(facility(state.id), action, state)]).toEqual([action, null]);
    for (const action of ['case:view', 'case:find', 'report:view', 'images:view', 'letter:view', 'copy:make'] as const)
      expect(refuse(facility(state.id), action, state)).not.toBeNull();
  });

  it('finds no other case', () => {
    for (const action of LINK_ACTIONS) expect(refuse(facility('other'), action, state)?.code).toBe('not-your-case');
    expect(maySeeCase(facility('other'), state)).toBe(false);
  });
});

describe('a packet that a patient takes elsewhere herself', () => {
  it('needs her images and her question, and nobody’s acceptance or payment', () => {
    const { state } = upTo('images');
    const send1 = { type: 'sendOutside', service: 'Lakeside', packetSha256: 'b'.repeat(64) } as const;
    expect(
      send(state, { ...send1, way: 'portal', instructions: ['Upload at lakeside.example'] }).outside,
    ).toMatchObject({
      service: 'Lakeside',
      way: 'portal',
      report: null,
    });
    expect(() => send(state, send1, actorOf('coordinator', 'coordinator'))).toThrow('not-yet');
    expect(() => send(upTo('open').state, send1)).toThrow('not-yet');
  });
});
