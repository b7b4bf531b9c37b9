import { describe, expect, it } from 'vitest';
import { reportFacts } from './report-facts.ts';

const facts = (text: string, place = 'US-MA') => reportFacts(text, place);

describe('what a report says of itself', () => {
  it('finds signer, house and day where they are plain', () => {
    const text =
      'HARBOUR IMAGING\nMRI BRAIN WITHOUT AND WITH CONTRAST\n\nPatient: Okafor, Mara    Date of birth: 05/14/1992\nDate of examination: 10/28/2026\n\nFINDINGS: None.\n\nElectronically signed by Paul Dressler, MD, 10/28/2026\n';
    expect(facts(text)).toEqual({ author: 'Paul Dressler, MD', facility: 'HARBOUR IMAGING', date: '2026-10-28' });
  });

  it.each([
    ['Electronically signed by: Dr. A. Meyer on 28 Oct 2026 at 14:03', 'Dr. A. Meyer'],
    ['Digitally signed by Jane Roe, M.D. 2026-10-28 14:03', 'Jane Roe, M.D.'],
    ['Dictated by: John Q. Public, DO   Date: 10/28/2026', 'John Q. Public, DO'],
    ['Reporting radiologist: Dr Ana López', 'Dr Ana López'],
    ['Interpreted and signed by R. Okoye, MBBS FRCR.', 'R. Okoye, MBBS FRCR.'],
    ['Read by committee', 'committee'],
    ['The film was reviewed by nobody.', ''],
    ['Signed by 10/28/2026', ''],
  ])('reads the author of "%s"', (line, author) => {
    expect(facts(`FINDINGS: None.\n${line}\n`).author).toBe(author);
  });

  it.each([
    ['Date of examination: 10/28/2026', 'US-MA', '2026-10-28'],
    ['Date of examination: 03/04/2026', 'US-MA', '2026-03-04'],
    ['Date of examination: 03/04/2026', 'GB', '2026-04-03'],
    ['Date of examination: 28/10/2026', 'US-MA', '2026-10-28'],
    ['Exam date: 28.10.2026', 'US-MA', '2026-10-28'],
    ['Study date: 2026-10-28 14:00', 'DE', '2026-10-28'],
    ['Date of service 28 October 2026', 'GB', '2026-10-28'],
    ['Date of study: October 28, 2026', 'US-MA', '2026-10-28'],
    ['Date of exam: 28-OCT-2026', 'GB', '2026-10-28'],
    ['Date of examination: 31/02/2026', 'GB', ''],
    ['Date of birth: 10/28/1966', 'US-MA', ''],
    ['Date of examination: see above', 'US-MA', ''],
  ])('reads "%s" in %s', (line, place, date) => {
    expect(facts(`${line}\nFINDINGS: None.`, place).date).toBe(date);
  });

  it.each([
    ['Department of Radiology\nFINDINGS: None.', ''],
    ['MRI of the brain\nFINDINGS: None.', ''],
    ['St. Mary Hospital\n1 Hill Road\nFINDINGS: None.', 'St. Mary Hospital'],
    ['RADIOLOGY REPORT\nFacility: Bay Clinic\nFINDINGS: None.', 'Bay Clinic'],
    ['The patient was seen in the imaging center in May and did well there.\nMore.', ''],
    ['There is no acute infarct.', ''],
  ])('takes the house from the head of %j', (text, facility) => {
    expect(facts(text).facility).toBe(facility);
  });
});
