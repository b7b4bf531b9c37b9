import type { Setting } from '../letters/letterhead.ts';
import { regionWords } from '../letters/letterhead.ts';
import {
  currentReport,
  exchangeWords,
  REPORT_LOINC,
  REPORT_SECTIONS,
  SECTION_LOINC,
} from '../opinion/current-report.ts';
import type { OpinionExport } from '../opinion/opinion-export.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import { encodeMessage, type Hl7Field, type Hl7Segment, hl7Time } from './message.ts';

/** Who a message goes to, as the receiving system wants to be called (MSH-5 and MSH-6). */
export interface Hl7Receiver {
  readonly application: string;
  readonly facility: string;
}

/**
 * The signed second opinion as an unsolicited observation message, ORU^R01 of HL7 v2.5.1 (chapter 7.3.1): one OBR for the
 * study, an OBX per section (FT, LOINC code), per measurement (NM, UCUM) and one with the signed PDF (ED, Base64). OBR-25
 * and OBX-11 are F, or C once an addendum was signed.
 */
export function oruMessage(setting: Setting, given: OpinionExport, to: Hl7Receiver): string {
  const { opinion } = given;
  const status = statusOf(opinion);
  const observed: readonly Omit<Observed, 'status'>[] = [
    ...sections(setting, opinion),
    ...measurements(opinion),
    pdfOf(given, setting),
  ];
  return encodeMessage([
    msh(setting, given, { to, type: ['ORU', 'R01', 'ORU_R01'] }),
    pid(opinion),
    { name: 'ORC', fields: ['RE', opinion.caseNumber, opinion.caseNumber] },
    obr(setting, opinion, status),
    ...observed.map((each, i) => obx(i + 1, { ...each, status }, opinion)),
  ]);
}

/**
 * The same as a document notification with content, MDM^T02 (chapter 9.6.2): TXA says whose document it is, that it is
 * legally authenticated, and by which hash the record names it; the OBX carries the PDF.
 */
export function mdmMessage(setting: Setting, given: OpinionExport, to: Hl7Receiver): string {
  const { opinion, pdf } = given;
  const at = hl7Time(lastSigned(opinion));
  const status = statusOf(opinion);
  return encodeMessage([
    msh(setting, given, { to, type: ['MDM', 'T02', 'MDM_T02'] }),
    { name: 'EVN', fields: ['T02', at] },
    pid(opinion),
    { name: 'PV1', fields: ['1', 'O'] },
    {
      name: 'TXA',
      fields: [
        '1',
        ['DI'],
        ['AP'],
        at,
        null,
        hl7Time(opinion.signed.at),
        null,
        null,
        person(opinion.signed.name),
        ...[null, null],
        [pdf.sha256.slice(0, 32)],
        ...[null, null, null],
        `${opinion.earlier === null ? 'second' : 'third'}-opinion-${opinion.caseNumber}.pdf`,
        'LA',
        null,
        'AV',
      ],
    },
    obx(1, { ...pdfOf(given, setting), status }, opinion),
  ]);
}

const statusOf = ({ addenda }: SecondOpinion): 'F' | 'C' => (addenda.length > 0 ? 'C' : 'F');
const lastSigned = ({ addenda, signed }: OpinionExport['opinion']): string => addenda.at(-1)?.at ?? signed.at;
const person = (name: string): Hl7Field => ['', name];

interface Envelope {
  readonly to: Hl7Receiver;
  readonly type: readonly [string, string, string];
}

function msh(setting: Setting, given: OpinionExport, { to, type }: Envelope): Hl7Segment {
  const controlId = given
    .uuidOf(`hl7/${type.join('-')}/${lastSigned(given.opinion)}`)
    .replaceAll('-', '')
    .slice(0, 20);
  return {
    name: 'MSH',
    fields: [
      'Overread',
      setting.practice.name,
      to.application,
      to.facility,
      hl7Time(setting.now),
      null,
      type,
      controlId,
      'P',
      '2.5.1',
      ...[null, null, null, null, null],
      'UNICODE UTF-8',
    ],
  };
}

function pid({ patient, caseNumber }: SecondOpinion): Hl7Segment {
  const { name, birthDate, sex } = patient;
  const [first = '', ...more] = name.given.trim().split(/\s+/);
  return {
    name: 'PID',
    fields: [
      '1',
      null,
      [caseNumber, '', '', 'OVERREAD', 'VN'],
      null,
      [name.family, first, more.join(' ')],
      null,
      hl7Time(birthDate),
      sex === '' ? 'U' : sex,
    ],
  };
}

function obr(setting: Setting, opinion: OpinionExport['opinion'], status: string): Hl7Segment {
  const studied = hl7Time(
    opinion.studies
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '',
  );
  const region = regionWords(setting.say, opinion.region, opinion.side);
  return {
    name: 'OBR',
    fields: [
      '1',
      opinion.caseNumber,
      opinion.studies.map(({ accessionNumber }) => accessionNumber).find((number) => number !== '') ?? null,
      [REPORT_LOINC, setting.say(exchangeWords(opinion, 'fhir.title'), { region }), 'LN'],
      ...[null, null],
      studied,
      ...Array.from({ length: 8 }, () => null),
      person(opinion.askedBy),
      ...[null, null, null, null, null],
      hl7Time(lastSigned(opinion)),
      null,
      'RAD',
      status,
      ...Array.from({ length: 6 }, () => null),
      [['', opinion.signed.name]],
    ],
  };
}

interface Observed {
  readonly type: 'FT' | 'NM' | 'ED';
  readonly code: readonly string[];
  readonly value: Hl7Field;
  readonly unit?: readonly string[];
  readonly status: string;
}

function obx(setId: number, { type, code, value, unit, status }: Observed, opinion: SecondOpinion): Hl7Segment {
  const at = opinion.signed === null ? '' : hl7Time(opinion.signed.at);
  return {
    name: 'OBX',
    fields: [setId, type, code, String(setId), value, unit ?? null, null, null, null, null, status, null, null, at],
  };
}

function sections({ say }: Setting, opinion: SecondOpinion): Omit<Observed, 'status'>[] {
  const report = currentReport(opinion);
  const named = REPORT_SECTIONS.filter((section) => report[section].trim() !== '').map((section) => ({
    type: 'FT' as const,
    code: [SECTION_LOINC[section], say(`opinion.section.${section}`), 'LN'],
    value: report[section].trim(),
  }));
  const addenda = opinion.addenda.map(({ at, name, text }) => ({
    type: 'FT' as const,
    code: ['ADDENDUM', say('fhir.addendum', { at, name }), 'L'],
    value: text.trim(),
  }));
  return [...named, ...addenda];
}

function measurements(opinion: SecondOpinion): Omit<Observed, 'status'>[] {
  return currentReport(opinion).marks.flatMap(({ label, lengthMm, id }) =>
    lengthMm === undefined
      ? []
      : [{ type: 'NM' as const, code: [id, label, 'L'], value: lengthMm.toFixed(1), unit: ['mm', '', 'UCUM'] }],
  );
}

function pdfOf({ opinion, pdf }: OpinionExport, { say }: Setting): Omit<Observed, 'status'> {
  return {
    type: 'ED',
    code: ['PDF', say(exchangeWords(opinion, 'hl7.pdf')), 'L'],
    value: ['Overread', 'application', 'pdf', 'Base64', Buffer.from(pdf.bytes).toString('base64')],
  };
}
