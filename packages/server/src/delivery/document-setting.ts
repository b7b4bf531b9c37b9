import type { Setting, SettingAt } from '@overread/documents';
import type { Locale, Say } from '@overread/words';
import type { Ground } from '../platform/ports.ts';

/** Places that print on letter paper; everybody else on A4. */
const LETTER_PAPER = /^(?:US|CA|MX|PH|CL|CO|VE)(?:-|$)/;

export interface DocumentDeps extends Pick<Ground, 'practice' | 'say' | 'sayIn'> {
  /** Who knows in which language a person is written to. */
  readonly people: { languageOf(personId: string): Promise<Locale> };
}

/** How this practice's documents look; `email` is where answers to its letters go. Times are in UTC and say so. */
export function documentSetting({ practice, say, sayIn, people }: DocumentDeps, email: string): SettingAt {
  const { name, address, phone, place } = practice;
  const at = (now: string, speaker: Say): Setting => ({
    say: speaker,
    practice: { name, address, phone, email },
    paper: LETTER_PAPER.test(place) ? 'letter' : 'a4',
    timeZone: 'UTC',
    now,
  });
  return Object.assign((now: string) => at(now, say), {
    forPatient: async (now: string, { patientPersonId }: Parameters<SettingAt['forPatient']>[1]) =>
      at(now, patientPersonId === null ? say : sayIn(await people.languageOf(patientPersonId))),
  });
}
