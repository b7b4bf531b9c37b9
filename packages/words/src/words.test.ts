import type { Need, Refusal, RefusalCode } from '@overread/rules/case/refusals.ts';
import { AGREEMENT_VERSION, AGREEMENTS } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import {
  agreementText,
  CONSENT_VERSION,
  CONSENT_VERSIONS,
  consentText,
  createSay,
  MAIL_KINDS,
  type MailValues,
  mailFor,
  refusalWords,
} from './index.ts';

const say = createSay('en', { unknown: 'throw' });

describe('createSay', () => {
  it('fills blanks and counts', () => {
    expect(say('mail.greeting', { name: 'Ruth' })).toBe('Dear Ruth,');
    expect(say('refusal.pairs-unchecked', { count: 1 })).toContain('One line of the comparison waits');
    expect(say('refusal.pairs-unchecked', { count: 3 })).toContain('3 lines of the comparison wait');
  });

  it('throws for an unknown id in tests and gives the id back otherwise', () => {
    expect(() => say('no.such.id')).toThrow('no.such.id');
    expect(createSay()('no.such.id')).toBe('no.such.id');
    expect(createSay()('toString')).toBe('toString');
  });
});

const REFUSALS: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  'case-exists': { code: 'case-exists' },
  'no-such-case': { code: 'no-such-case' },
  'case-erased': { code: 'case-erased', on: '2026-11-25' },
  'records-kept': { code: 'records-kept' },
  'case-is-over': { code: 'case-is-over', stage: 'cancelled' },
  'not-your-role': { code: 'not-your-role', role: 'referrer' },
  'not-your-case': { code: 'not-your-case' },
  'second-factor-needed': { code: 'second-factor-needed' },
  'red-flag-open': { code: 'red-flag-open', flags: ['stroke', 'cauda-equina'] },
  'no-red-flag': { code: 'no-red-flag' },
  'field-empty': { code: 'field-empty', field: 'patient.name.family' },
  'field-wrong': { code: 'field-wrong', field: 'birthDate', value: '2061-03-14' },
  'not-yet': { code: 'not-yet', needs: ['consent', 'images', 'payment'] },
  'already-done': { code: 'already-done', what: 'consent' },
  'not-found': { code: 'not-found', what: 'offer', id: 'o1' },
  'other-patient': { code: 'other-patient', studyInstanceUid: '1.2.3' },
  'reader-not-suited': { code: 'reader-not-suited', rules: ['licence', 'capacity'] },
  'conflict-of-interest': { code: 'conflict-of-interest' },
  'amount-wrong': { code: 'amount-wrong', expectedMinor: 45000, gotMinor: 4500 },
  'original-sealed': { code: 'original-sealed' },
  'findings-locked': { code: 'findings-locked' },
  'report-signed': { code: 'report-signed' },
  'questions-unanswered': { code: 'questions-unanswered', questionIds: ['q1'] },
  'pairs-unchecked': { code: 'pairs-unchecked', pairIds: ['p1', 'p2'] },
  'reason-needed': { code: 'reason-needed' },
  'share-over': { code: 'share-over', because: 'used-up' },
  'account-needed': { code: 'account-needed' },
  'nothing-changed': { code: 'nothing-changed' },
  stale: { code: 'stale', expectedVersion: 3, version: 4 },
};

describe('refusalWords', () => {
  it.each(Object.values(REFUSALS))('has whole sentences for $code', (refusal) => {
    const words = refusalWords(say, refusal);
    expect(words).toMatch(/^[A-Z0-9].*\.$/s);
    expect(words).not.toMatch(/undefined|[{}]|\[object/);
  });

  it('puts fields, needs and rules into words', () => {
    expect(refusalWords(say, REFUSALS['field-empty'])).toContain('the family name');
    expect(refusalWords(say, REFUSALS['not-yet'])).toBe(
      'This step comes later. 3 things come first: the consent, the images, and the payment.',
    );
    expect(refusalWords(say, { code: 'not-yet', needs: ['consent'] satisfies Need[] })).toContain(
      'One thing comes first',
    );
    expect(refusalWords(say, REFUSALS['reader-not-suited'])).toContain('no licence for the place');
    expect(refusalWords(say, REFUSALS['amount-wrong'])).toContain('450.00 is owed, 45.00 was entered');
  });

  it('shows a field that has no words of its own as plain text', () => {
    expect(refusalWords(say, { code: 'field-empty', field: 'coverage.spokenTo' })).toContain('spoken to');
  });
});

/** FNV-1a, 32 bit: enough to notice a changed word, and no cryptography is needed in a pure package. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16);
}

describe('consent', () => {
  it('has a heading and a body for every section of every version', () => {
    for (const version of Object.keys(CONSENT_VERSIONS)) {
      const text = consentText(say, version);
      expect(text.sections.length).toBeGreaterThan(4);
      for (const section of text.sections) expect(section.body.length).toBeGreaterThan(80);
    }
    expect(consentText(say).version).toBe(CONSENT_VERSION);
  });

  it('never changes the words of a version that somebody may have signed', () => {
    const hash = (version: string) => fnv1a(JSON.stringify(consentText(say, version)));
    expect(Object.fromEntries(Object.keys(CONSENT_VERSIONS).map((version) => [version, hash(version)]))).toEqual({
      '2026-11': '6ec2de',
    });
  });

  it('never changes the words of an agreement that somebody may have signed', () => {
    const texts = AGREEMENTS.map((what) => agreementText(say, what, AGREEMENT_VERSION));
    expect([AGREEMENT_VERSION, fnv1a(JSON.stringify(texts))]).toEqual(['2026-11', '3dc1ac06']);
  });

  it('refuses a version that never was', () => {
    expect(() => consentText(say, '1999-01')).toThrow('1999-01');
  });
});

const VALUES: MailValues['records-due'] &
  MailValues['guest-code'] &
  MailValues['sign-in-link'] &
  MailValues['result-unread'] = {
  code: '482913',
  name: 'Ruth Almeida',
  practice: 'Northmoor Second Readings',
  phone: '+1 555 0100',
  caseNumber: '2026-0417',
  link: 'http://localhost:8042/c/2026-0417',
  minutes: 15,
  dueOn: '12 June 2026',
  since: '20 May 2026',
};

describe('mails', () => {
  it.each(MAIL_KINDS)('%s names the link and leaves no blank', (kind) => {
    const mail = mailFor(say, kind, VALUES);
    expect(mail.text).toContain(kind === 'guest-code' ? VALUES.code : VALUES.link);
    expect(`${mail.subject}${mail.text}`).not.toMatch(/undefined|[{}]/);
    expect(mail.subject.length).toBeLessThan(78);
  });

  it.each(MAIL_KINDS)('%s holds nothing medical', (kind) => {
    const mail = mailFor(say, kind, VALUES);
    expect(`${mail.subject}${mail.text}`).not.toMatch(
      /\b(MRI|spine|brain|knee|tumou?r|diagnos\w+|born|birth|stenosis)\b/i,
    );
  });
});
