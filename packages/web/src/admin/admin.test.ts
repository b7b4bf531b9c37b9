import type { AuditEntry } from '@overread/contract/wire.ts';
import { describe, expect, it } from 'vitest';
import { actionPlain, actionSay, filterAudit } from './audit-model.ts';
import { isOver, licenceSoon } from './reader-rows.ts';

const NOW = new Date('2026-05-12T09:00:00Z');

describe('licences', () => {
  it('names the one that ends first within 60 days, and none that lasts', () => {
    const lasting = { place: 'US-OR', until: '2027-01-01' };
    const ending = { place: 'US-WA', until: '2026-06-01' };
    expect(licenceSoon({ licences: [lasting, ending] }, NOW)).toBe(ending);
    expect(licenceSoon({ licences: [lasting, { place: 'DE', until: '' }] }, NOW)).toBeNull();
    expect(isOver(ending, NOW)).toBe(false);
    expect(isOver({ place: 'US-CA', until: '2026-05-11' }, NOW)).toBe(true);
  });
});

describe('the audit log', () => {
  const entry = (change: Partial<AuditEntry>): AuditEntry => ({
    at: '2026-05-12T08:00:00Z',
    personName: 'Ingrid Solheim',
    role: 'reader',
    action: 'report:view',
    caseNumber: '2026-0417',
    outcome: 'allowed',
    detail: '',
    ...change,
  });

  it('finds by person, case and detail, and what was refused', () => {
    const all = [entry({}), entry({ outcome: 'refused', detail: 'sealed' }), entry({ personName: 'Tomasz Wilk' })];
    expect(filterAudit(all, { find: 'solheim 0417', refusedOnly: false })).toHaveLength(2);
    expect(filterAudit(all, { find: '', refusedOnly: true })).toEqual([all[1]]);
    expect(filterAudit(all, { find: 'nobody', refusedOnly: false })).toEqual([]);
  });

  it('makes words of an action', () => {
    expect(actionSay('report:view')).toBe('admin.action.report.view');
    expect(actionPlain('command:acceptImages')).toBe('accept images');
    expect(actionPlain('people:edit')).toBe('edit');
  });
});
