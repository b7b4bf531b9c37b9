import type { Setting } from '@overread/documents';
import type { Ground } from '../platform/ports.ts';

/** Places that print on letter paper; everybody else on A4. */
const LETTER_PAPER = /^(?:US|CA|MX|PH|CL|CO|VE)(?:-|$)/;

export type SettingAt = (now: string) => Setting;

/** How this practice's documents look; `email` is where answers to its letters go. Times are in UTC and say so. */
export function documentSetting({ practice, say }: Pick<Ground, 'practice' | 'say'>, email: string): SettingAt {
  const { name, address, phone, place } = practice;
  return (now) => ({
    say,
    practice: { name, address, phone, email },
    paper: LETTER_PAPER.test(place) ? 'letter' : 'a4',
    timeZone: 'UTC',
    now,
  });
}
