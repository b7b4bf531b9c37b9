/** A day in a person's calendar. The words are open to whoever sees the calendar: nothing medical belongs in them. */
export interface CalendarDay {
  /** The same for the same day: a calendar that reads the file again moves the entry and makes no second one. */
  readonly uid: string;
  /** ISO date. */
  readonly on: string;
  readonly title: string;
  readonly note: string;
  readonly url: string;
}

/** RFC 5545, 3.1: at most 75 octets on a line, continued by a space; a character is never cut. */
const LONGEST = 75;

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    const room = parts.length === 0 ? LONGEST : LONGEST - 1;
    if (Buffer.byteLength(part + sign) > room) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
const stamp = (instant: string): string => instant.replace(/[-:]|\.\d+/g, '');
const day = (isoDate: string): string => isoDate.replaceAll('-', '');

function nextDay(isoDate: string): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A calendar file (iCalendar, RFC 5545) with whole days and a reminder in the morning of each. `now` is an ISO instant. */
export function calendarFile(days: readonly CalendarDay[], now: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Overread//Overread//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ uid, on, title, note, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@overread`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART;VALUE=DATE:${day(on)}`,
      `DTEND;VALUE=DATE:${day(nextDay(on))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(note)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:PT8H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
