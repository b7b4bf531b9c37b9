import { binary, type Dataset, type Element, sequence, text } from '@overread/imaging/write/dataset.ts';
import { writePart10 } from '@overread/imaging/write/part10.ts';
import type { Say } from '@overread/words';
import { regionWords, type Setting } from '../letters/letterhead.ts';
import { pairWords } from '../opinion/comparison-blocks.ts';
import {
  currentReport,
  exchangeWords,
  REPORT_LOINC,
  REPORT_SECTIONS,
  type ReportSection,
} from '../opinion/current-report.ts';
import type { OpinionExport } from '../opinion/opinion-export.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import { type Code, codedItem, codeItem, container, personItem, textItem } from './content-items.ts';

const ENCAPSULATED_PDF = '1.2.840.10008.5.1.4.1.1.104.1';
const BASIC_TEXT_SR = '1.2.840.10008.5.1.4.1.1.88.11';
const REPORT: Code = [REPORT_LOINC, 'LN', 'Diagnostic Imaging Report'];

/** Headings of CID 7001 and the elements under them of CID 7002 (PS3.16). */
const SECTIONS: Readonly<Record<ReportSection, { readonly heading: Code; readonly element: Code }>> = {
  technique: {
    heading: ['121064', 'DCM', 'Current Procedure Descriptions'],
    element: ['121065', 'DCM', 'Procedure Description'],
  },
  comparison: { heading: ['121068', 'DCM', 'Previous Findings'], element: ['121069', 'DCM', 'Previous Finding'] },
  findings: { heading: ['121070', 'DCM', 'Findings'], element: ['121071', 'DCM', 'Finding'] },
  impression: { heading: ['121072', 'DCM', 'Impressions'], element: ['121073', 'DCM', 'Impression'] },
  recommendations: { heading: ['121074', 'DCM', 'Recommendations'], element: ['121075', 'DCM', 'Recommendation'] },
};

/** The DICOM objects of one opinion, as Part 10 files in explicit little endian. */
export interface OpinionObject {
  readonly sopInstanceUid: string;
  readonly bytes: Uint8Array;
}

/**
 * The signed PDF as an Encapsulated PDF instance (PS3.3 section A.45.1) of the study that was read: whoever has the images
 * finds the second opinion beside them. Null when the case has no study.
 */
export function encapsulatedPdf(setting: Setting, given: OpinionExport): OpinionObject | null {
  const { pdf } = given;
  return opinionObject(setting, given, {
    name: 'pdf',
    sopClassUid: ENCAPSULATED_PDF,
    modality: 'DOC',
    description: setting.say(exchangeWords(given.opinion, 'dicom.series.pdf')),
    rest: [
      text(0x00080064, 'CS', 'WSD'),
      text(0x00280301, 'CS', 'YES'),
      text(0x00420010, 'ST', title(setting, given.opinion)),
      sequence(0x0040a043, codeItem(REPORT)),
      text(0x00420012, 'LO', 'application/pdf'),
      { tag: 0x00420011, vr: 'OB', value: pdf.bytes },
      binary(0x00420015, 'UL', pdf.bytes.length),
    ],
  });
}

/**
 * The same as a Basic Text SR document (PS3.3 section A.35.1, after TID 2000): language and observer, then a container per
 * section with the reader's words, the comparison line by line, and the addenda. COMPLETE and VERIFIED by the reader.
 */
export function basicTextSr(setting: Setting, given: OpinionExport): OpinionObject | null {
  const { opinion } = given;
  const signed = dateTime(opinion.addenda.at(-1)?.at ?? opinion.signed.at);
  const observer: Dataset = [
    text(0x0040a027, 'LO', setting.practice.name),
    text(0x0040a030, 'DT', `${signed.date}${signed.time}+0000`),
    text(0x0040a075, 'PN', personName(opinion.signed.name)),
    sequence(0x0040a088),
  ];
  const root = container(null, REPORT, [
    codedItem(
      'HAS CONCEPT MOD',
      ['121049', 'DCM', 'Language of Content Item and Descendants'],
      ['en', 'RFC5646', 'English'],
    ),
    personItem('HAS OBS CONTEXT', ['121008', 'DCM', 'Person Observer Name'], personName(opinion.signed.name)),
    ...sections(setting.say, opinion),
  ]);
  return opinionObject(setting, given, {
    name: 'sr',
    sopClassUid: BASIC_TEXT_SR,
    modality: 'SR',
    description: setting.say(exchangeWords(opinion, 'dicom.series.sr')),
    rest: [
      sequence(0x00081111),
      sequence(0x0040a073, observer),
      sequence(0x0040a372),
      text(0x0040a491, 'CS', 'COMPLETE'),
      text(0x0040a493, 'CS', 'VERIFIED'),
      ...root,
    ],
  });
}

function sections(say: Say, opinion: SecondOpinion): Dataset[] {
  const report = currentReport(opinion);
  const named = REPORT_SECTIONS.filter((section) => report[section].trim() !== '').map((section) => {
    const { heading, element } = SECTIONS[section];
    return container('CONTAINS', heading, [textItem('CONTAINS', element, report[section].trim())]);
  });
  const compared = (opinion.comparison?.pairs ?? []).map((pair) => {
    const line = pairWords(say, pair).join(' | ');
    return textItem('CONTAINS', ['PAIR', '99OVR', 'Compared finding'], `${pair.place}: ${line}`);
  });
  const addenda = opinion.addenda.map(({ text: words }) =>
    container(
      'CONTAINS',
      ['121078', 'DCM', 'Addendum'],
      [textItem('CONTAINS', ['121071', 'DCM', 'Finding'], words.trim())],
    ),
  );
  return [
    ...named,
    ...(compared.length === 0
      ? []
      : [container('CONTAINS', ['COMPARISON', '99OVR', 'Comparison of two reports'], compared)]),
    ...addenda,
  ];
}

interface Kind {
  readonly name: 'pdf' | 'sr';
  readonly sopClassUid: string;
  readonly modality: string;
  readonly description: string;
  readonly rest: readonly Element[];
}

/** Patient, study, series, equipment and instance of an object that hangs on the study that was read. */
function opinionObject(setting: Setting, given: OpinionExport, kind: Kind): OpinionObject | null {
  const { opinion, uuidOf } = given;
  const study = [...opinion.studies].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (study === undefined) return null;
  const at = opinion.addenda.at(-1)?.at ?? opinion.signed.at;
  const { date, time } = dateTime(at);
  // Another document, be it by an addendum or a comparison that came late, is another instance.
  const sopInstanceUid = uuidUid(uuidOf(`dicom/${kind.name}/${given.pdf.sha256}`));
  const { patient } = opinion;
  const dataset: Dataset = [
    text(0x00080005, 'CS', 'ISO_IR 192'),
    text(0x00080012, 'DA', date),
    text(0x00080013, 'TM', time),
    text(0x00080016, 'UI', kind.sopClassUid),
    text(0x00080018, 'UI', sopInstanceUid),
    text(0x00080020, 'DA', study.date.replaceAll('-', '')),
    text(0x00080023, 'DA', date),
    text(0x0008002a, 'DT', `${date}${time}+0000`),
    text(0x00080030, 'TM', ''),
    text(0x00080033, 'TM', time),
    text(0x00080050, 'SH', study.accessionNumber.slice(0, 16)),
    text(0x00080060, 'CS', kind.modality),
    text(0x00080070, 'LO', 'Overread'),
    text(0x00080080, 'LO', setting.practice.name.slice(0, 64)),
    text(0x00080090, 'PN', ''),
    text(0x00080201, 'SH', '+0000'),
    text(0x0008103e, 'LO', kind.description),
    text(0x00081090, 'LO', 'Overread'),
    text(0x00100010, 'PN', `${patient.name.family}^${patient.name.given}`),
    text(0x00100020, 'LO', study.patient.id),
    text(0x00100030, 'DA', patient.birthDate.replaceAll('-', '')),
    text(0x00100040, 'CS', patient.sex),
    text(0x00181000, 'LO', opinion.caseNumber),
    text(0x00181020, 'LO', '1'),
    text(0x0020000d, 'UI', study.studyInstanceUid),
    text(0x0020000e, 'UI', uuidUid(uuidOf(`dicom/${kind.name}/series`))),
    text(0x00200010, 'SH', ''),
    text(0x00200011, 'IS', kind.name === 'sr' ? '9001' : '9002'),
    text(0x00200013, 'IS', String(opinion.addenda.length + 1)),
    ...kind.rest,
  ];
  const content = { sopClassUid: kind.sopClassUid, sopInstanceUid, dataset, frames: [], columns: 0 };
  return { sopInstanceUid, bytes: writePart10(content, 'explicit') };
}

const title = ({ say }: Setting, opinion: SecondOpinion): string =>
  say(exchangeWords(opinion, 'fhir.title'), { region: regionWords(say, opinion.region, opinion.side) });

/** "Dr. Ingrid Solheim" as the components of a PN: the last word is the family name, the title a prefix. */
function personName(name: string): string {
  const words = name.trim().split(/\s+/);
  const prefix = /^(?:dr|prof)\.?$/i.test(words[0] ?? '') ? (words.shift() ?? '') : '';
  const family = words.pop() ?? '';
  return [family, words.join(' '), '', prefix].join('^').replace(/\^+$/, '');
}

/** Date and time of an ISO instant in UTC, as DA and TM; the object says its zone. */
function dateTime(iso: string): { readonly date: string; readonly time: string } {
  const digits = new Date(iso).toISOString().replace(/\D/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(8, 14) };
}

/** A UID by UUID (PS3.5 section B.2). */
function uuidUid(uuid: string): string {
  return `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;
}
