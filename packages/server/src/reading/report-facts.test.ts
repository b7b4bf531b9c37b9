import { describe, expect, it } from 'vitest';
import { reportFacts } from './report-facts.ts';

const facts = (text: string, place = 'US-MA') => reportFacts(text, place);

describe('what a report says of itself', () => {
  it('finds signer, house and day where they are plain', () => {
    const text =
      'HARBOUR IMAGING\nMRI BRAIN WITHOUT AND WITH CONTRAST\n\nPatient: Okafor, Mara    Date of birth: 05/14/1992\nDate of examination: 10/28/2026\n\nFINDINGS: None.\n\nElectronically signed by Paul Dressler, MD, 10/28/2026\n';
    expect(facts(text)).toEqual({
      ...{ author: 'Paul Dressler, MD', facility: 'HARBOUR IMAGING', date: '2026-10-28', accessionNumber: '' },
      ...{ patientName: 'Okafor, Mara', birthDate: '1992-05-14', examination: 'MRI BRAIN WITHOUT AND WITH CONTRAST' },
    });
  });

  it('reads a Spanish one', () => {
    const text =
      'CLÍNICA DEL MAR\nPaciente: Okafor Ruiz, Mara   Fecha de nacimiento: 14/05/1992\nFecha del estudio: 28 de octubre de 2026\nRM DE RODILLA DERECHA SIN CONTRASTE\nNúmero de acceso: RM-20261028-7\n\nHALLAZGOS: Menisco íntegro.\n\nFirmado por: Dra. Ana López\n';
    expect(facts(text, 'ES')).toEqual({
      ...{ author: 'Dra. Ana López', facility: 'CLÍNICA DEL MAR', date: '2026-10-28' },
      ...{ accessionNumber: 'RM-20261028-7', patientName: 'Okafor Ruiz, Mara', birthDate: '1992-05-14' },
      examination: 'RM DE RODILLA DERECHA SIN CONTRASTE',
    });
  });

  it.each([
    ['Accession #: MR1234567', 'MR1234567'],
    ['Accession Number 00123-45', '00123-45'],
    ['Acc. No. A778812, MRN 5', 'A778812'],
    ['Accessory muscle 123', ''],
    ['Accession number: see below', ''],
  ])('reads the accession number of "%s"', (line, number) => {
    expect(facts(`${line}\nFINDINGS: None.`).accessionNumber).toBe(number);
  });

  it.each([
    ['EXAM: MR KNEE LT WO CONTRAST   DATE: 10/28/2026\nFINDINGS: x', 'MR KNEE LT WO CONTRAST'],
    ['Examination: 10/28/2026\nMRI right shoulder\nFINDINGS: x', 'MRI right shoulder'],
    ['FINDINGS: The MRI shows nothing. It was done.', ''],
    ['COMPARISON: None', ''],
  ])('reads what was examined in %j', (text, examination) => {
    expect(facts(text).examination).toBe(examination);
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
