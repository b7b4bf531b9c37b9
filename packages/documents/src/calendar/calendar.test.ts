import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar.ts';

const NOW = '2026-11-26T02:00:00.000Z';
const file = (title: string) =>
  calendarFile(
    [{ uid: 'c1/promise', on: '2026-12-31', title, note: 'A; b, c\nd', url: 'https://o.example/case/c1' }],
    NOW,
  );

describe('a calendar file', () => {
  it('has whole days in UTC dates, each with the day after as its end', () => {
    const text = file('Promised');
    for (const line of ['DTSTAMP:20261126T020000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101'])
      expect(text).toContain(`${line}\r\n`);
    expect(text).toContain('DESCRIPTION:A\\; b\\, c\\nd\r\n');
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('has no line of more than 75 octets, and cuts no character', () => {
    const title = 'Überprüfung '.repeat(20).trim();
    const text = file(title);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });
});
