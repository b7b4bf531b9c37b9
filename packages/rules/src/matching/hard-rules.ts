import type { ReaderStanding } from '../case/commands.ts';
import type { HardRule } from '../case/refusals.ts';
import type { CaseState } from '../case/state.ts';
import { foldText } from '../identity/names.ts';
import { dateOf } from '../turnaround/dates.ts';
import { SUBSPECIALTIES_OF } from './subspecialties.data.ts';

/**
 * The hard rules that stand between this reader and this case; none when the case may be offered. No wish outweighs one.
 * Licences go by where the patient is (DOMAIN section 9): a licence for the place, valid today.
 */
export function brokenRules(state: CaseState, reader: ReaderStanding, now: string): readonly HardRule[] {
  const rules: readonly (readonly [HardRule, boolean])[] = [
    ['subspecialty', fitsRegion(state, reader)],
    ['licence', isLicensed(state, reader, dateOf(now))],
    ['conflict-of-interest', isIndependent(state, reader)],
    // Second readers who know the first report conform to it: a blind reading needs somebody who does not.
    ['saw-original', reader.sawOriginal !== true],
    ['earlier-reader', !hasReadBefore(state, reader.readerId)],
    ['saw-second', (state.earlier === undefined && retractionsOf(state).length === 0) || reader.sawSecond !== true],
    ['capacity', reader.openCases < reader.capacity],
    [
      'declined-before',
      !state.offers.some((offer) => offer.state === 'declined' && offer.reader.readerId === reader.readerId),
    ],
    ['absent', reader.availableFrom <= dateOf(state.clock.promisedBy ?? now)],
  ];
  return rules.filter(([, kept]) => !kept).map(([rule]) => rule);
}

const retractionsOf = ({ retractions = [] }: CaseState) => retractions;

/** Who gave the opinion before this one, or one that was taken back. */
function hasReadBefore(state: CaseState, readerId: string): boolean {
  if (state.earlier?.readerId === readerId) return true;
  return retractionsOf(state).some(({ reading }) => reading.reader?.readerId === readerId);
}

function fitsRegion({ question }: CaseState, reader: ReaderStanding): boolean {
  if (question === null) return true;
  const wanted: readonly string[] = SUBSPECIALTIES_OF[question.region];
  const trained = wanted.length === 0 || reader.subspecialties.some((each) => wanted.includes(each));
  return (
    trained && (reader.regions.length === 0 || reader.regions.includes(question.region) || question.region === 'other')
  );
}

/** A licence for a whole country (US) holds in its parts; one for a part (US-MA) does not hold elsewhere. */
export function isLicensed({ place }: Pick<CaseState, 'place'>, reader: ReaderStanding, today: string): boolean {
  return reader.licences.some(
    (licence) => (licence.place === place || place.startsWith(`${licence.place}-`)) && licence.until >= today,
  );
}

/** No tie to who made the images or wrote the first report, to the doctor who asks, or to the patient. */
function isIndependent(state: CaseState, reader: ReaderStanding): boolean {
  const { report, studies, requests, referrer, patientPersonId } = state;
  if (reader.readerId === referrer?.personId || reader.readerId === patientPersonId) return false;
  const ours = studies.filter((study) => study.state !== 'rejected');
  const places = [
    report?.facility ?? '',
    ...ours.map(({ institution }) => institution),
    ...requests.map(({ facility }) => facility.name),
  ];
  const tied = new Set(reader.affiliations.map(foldText).filter((place) => place !== ''));
  const wroteIt = report !== null && report.author !== '' && foldText(report.author).includes(foldText(reader.name));
  return !wroteIt && !places.some((place) => tied.has(foldText(place)));
}
