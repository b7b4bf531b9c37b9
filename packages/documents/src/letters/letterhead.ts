import type { CaseState } from '@overread/rules/case/state.ts';
import type { PatientIdentity, Region, Side } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import type { Block, PdfContent } from '../pdf/blocks.ts';

/** The practice as its letters show it. `address` has one line per line of the address. */
export interface Letterhead {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

/** What every document needs besides its content. */
export interface Setting {
  readonly say: Say;
  readonly practice: Letterhead;
  readonly paper: 'a4' | 'letter';
  /** IANA name, such as "America/New_York": times in documents name their zone. */
  readonly timeZone: string;
  /** ISO instant at which the document is made; the only time that gets into the file besides those of the case. */
  readonly now: string;
}

/** How a practice's documents look at an ISO instant. */
export interface SettingAt {
  (now: string): Setting;
  /** The same in the language of the case's patient, for papers that the patient reads. */
  forPatient(now: string, state: Pick<CaseState, 'patientPersonId'>): Promise<Setting>;
}

/** In which language dates are written. */
type Speaker = Pick<Say, 'locale'>;
/** Day before month in English as well, and written out: nobody takes one for the other. */
const dated = ({ locale }: Speaker): string => (locale === 'en' ? 'en-GB' : locale);

/** "14 March 1961" from an ISO date; an empty string stays empty, what is no date is given back as it is. */
export function dateWords(isoDate: string, speaker: Speaker): string {
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  return new Intl.DateTimeFormat(dated(speaker), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** "18 May 2026, 14:21 UTC" from an ISO instant, in the given zone. */
export function instantWords(isoInstant: string, timeZone: string, speaker: Speaker): string {
  const at = new Date(isoInstant);
  if (Number.isNaN(at.getTime())) return isoInstant;
  const day = new Intl.DateTimeFormat(dated(speaker), { dateStyle: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat(dated(speaker), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
  return `${day}, ${time}`;
}

/** ISO date of an instant in the given zone. */
export function dayOf(isoInstant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(isoInstant));
}

/** "Ruth Almeida". */
export function fullName(patient: PatientIdentity): string {
  return `${patient.name.given} ${patient.name.family}`.trim();
}

/** "left knee", "hip, both sides", "lumbar spine". */
export function regionWords(say: Say, region: Region, side: Side): string {
  return say(`document.side.${side}`, { region: say(`document.region.${region}`) });
}

/** The practice at the head of a page, then a hairline. */
export function letterhead(setting: Setting): Block[] {
  const { practice, say } = setting;
  const lines = [...practice.address.split('\n'), say('document.phone', { phone: practice.phone }), practice.email];
  return [
    { kind: 'paragraph', text: practice.name, strong: true },
    { kind: 'paragraph', text: lines.filter((line) => line.trim() !== '').join(' · '), size: 'small' },
    { kind: 'rule' },
  ];
}

/** Title, language, time and foot of a document about a case. */
export function sheet(setting: Setting, title: string, caseNumber: string): Omit<PdfContent, 'blocks'> {
  const { say, practice, paper, now } = setting;
  return {
    title,
    language: say.locale,
    author: practice.name,
    createdAt: now,
    paper,
    foot: {
      left: `${practice.name} · ${say('document.case', { caseNumber })}`,
      page: (page, pages) => say('document.page', { page, pages }),
    },
  };
}
