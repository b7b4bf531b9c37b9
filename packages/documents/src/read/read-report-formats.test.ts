import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../testing/shared-data.ts';
import { readDicomReport, readDocx, readFhir, readHl7, readRtf, reportFormat, UnreadableReport } from './index.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UnreadableReport) return error.fault;
    throw error;
  }
  return 'none';
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: Readonly<Record<string, string>> = {}) =>
  zipSync({
    '[Content_Types].xml': bytes('<Types/>'),
    'word/document.xml': bytes(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, bytes(text)])),
  });

describe('a format is told by content', () => {
  it.each([
    ['pdf', bytes('junk\n%PDF-1.7')],
    ['docx', docx('')],
    ['rtf', bytes('{\\rtf1\\ansi Hi}')],
    ['hl7', bytes('MSH|^~\\&|A|B\r')],
    ['hl7', bytes('\x0bMSH|^~\\&|A|B\r\x1c\r')],
    ['fhir', bytes('\uFEFF{ "resourceType": "DiagnosticReport" }')],
    ['text', bytes('{ braces } and words')],
    ['text', bytes('MRI BRAIN')],
    ['text', bytes('\uFEFFMRI', 'utf16le')],
    ['picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['picture', bytes('\0\0\0\x18ftypheic', 'latin1')],
    ['old-office', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['other', bytes('MZ\0\0', 'latin1')],
  ] as const)('%s', (format, file) => expect(reportFormat(file)).toBe(format));
});

describe('a Word document', () => {
  it('gives header, body, table and footer, without what was deleted', () => {
    const body =
      '<w:p><w:r><w:t>FINDINGS:</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Disc </w:t></w:r><w:del><w:r><w:delText>bulge</w:delText></w:r></w:del><w:ins><w:r><w:t>extrusion &amp; more</w:t><w:br/><w:t>L4-L5.</w:t></w:r></w:ins></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>L5-S1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3 mm</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const part = (text: string) => `<w:hdr ${W}><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
    const file = docx(body, {
      'word/header1.xml': part('HARBOUR IMAGING'),
      'word/header2.xml': part('HARBOUR IMAGING'),
      'word/footer1.xml': part('Signed by Ada Stone, MD'),
    });
    expect(readDocx(file).text).toBe(
      'HARBOUR IMAGING\n\nFINDINGS:\nDisc extrusion & more\nL4-L5.\nL5-S1\t3 mm\n\nSigned by Ada Stone, MD',
    );
  });

  it.each([
    ['macros', docx('', { 'word/vbaProject.bin': 'x' })],
    [
      'macros',
      docx('', {
        '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
    ],
    ['kind-unread', zipSync({ 'xl/workbook.xml': bytes('<x/>') })],
    ['damaged', bytes('PK\x03\x04 and nothing more')],
    ['damaged', docx('<!DOCTYPE x [<!ENTITY a "b">]>')],
    ['too-large', docx('a'.repeat(17 << 20))],
  ])('is refused for %s', (fault, file) => expect(faultOf(() => readDocx(file))).toBe(fault));

  it('is refused when a part opens to more than its size says', () => {
    const file = docx(`<w:p><w:r><w:t>${'x'.repeat(100_000)}</w:t></w:r></w:p>`);
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const name = Buffer.from(file).lastIndexOf('word/document.xml');
    view.setUint32(name - 46 + 24, 1000, true);
    expect(faultOf(() => readDocx(file))).toBe('damaged');
  });
});

describe('an RTF file', () => {
  it('gives words, accents, tables and lines', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}{\colortbl;\red0;}{\*\generator Word;}{\info{\title Hidden}}
\b FINDINGS:\b0\par Le\'f3n\'a0{\f1 \'b3\'f3d\'9f} \u8804?3 mm \uc2\u946 ??x\par{\pict 0102}A\tab B\cell C\row\{end\}}`;
    expect(readRtf(bytes(rtf, 'latin1')).text).toBe(
      'FINDINGS:\nLeón łódź ≤3 mm βx\nA\tB\tC\n{end}'.replace('n ł', 'n\u00a0ł'),
    );
  });

  it.each([
    ['embedded-object', String.raw`{\rtf1 Text {\object\objemb{\*\objdata 0105}}}`],
    ['embedded-object', String.raw`{\rtf1 {\field{\*\fldinst {\ddeauto c:\\x}}}}`],
    ['damaged', `{\\rtf1 ${'{'.repeat(300)}`],
    ['damaged', 'no RTF at all'],
  ])('is refused for %s', (fault, rtf) => expect(faultOf(() => readRtf(bytes(rtf)))).toBe(fault));
});

const PDF = Buffer.from('%PDF-1.4 and so on').toString('base64');
const OBR: readonly string[] = Object.assign(new Array<string>(32).fill(''), {
  ...{ 1: 'P1', 2: 'A778812', 3: 'MRBR^MRI BRAIN WITHOUT CONTRAST', 6: '20261028101500', 17: 'A778812' },
  31: '77&Dressler&Paul&&&&MD',
});
const oru = (obx: readonly string[], { set = '', obr = '' } = {}) =>
  [
    `MSH|^~\\&|RIS|HARBOUR|OVR|N|20261028||ORU^R01|1|P|2.5.1||||||${set}`,
    'PID|1||123^^^H||Okafor^Mara||19920514|F',
    obr || `OBR|${OBR.join('|')}`,
    ...obx,
  ].join('\r');

describe('an HL7 v2 message', () => {
  it('gives text by its sections, escapes undone, and what it states', () => {
    const { text, stated } = readHl7(
      bytes(
        oru([
          'OBX|1|TX|MRBR&GDT^MRI BRAIN||Lesion 3 \\T\\ 4 mm \\.br\\ T1 \\F\\ T2~No infarct.||||||F',
          'OBX|2|FT|MRBR&IMP^MRI BRAIN||Nonspecific \\H\\white\\N\\ matter\\X0D0A\\changes.||||||F',
          'OBX|3|NM|1^Size|| 8 |mm',
        ]),
      ),
    );
    expect(text).toBe(
      'FINDINGS:\nLesion 3 & 4 mm \n T1 | T2\nNo infarct.\n\nIMPRESSION:\nNonspecific white matter\r\nchanges.\n8',
    );
    expect(stated).toEqual({
      author: 'Paul Dressler, MD',
      facility: 'HARBOUR',
      date: '2026-10-28',
      accessionNumber: 'A778812',
      patientName: 'Okafor^Mara',
      birthDate: '1992-05-14',
      examination: 'MRI BRAIN WITHOUT CONTRAST',
    });
  });

  it.each([
    ['8859/1', 'latin1'],
    ['UNICODE UTF-8', 'utf8'],
    ['', 'latin1'],
    ['', 'utf8'],
  ] as const)('is read in the character set "%s" (%s)', (set, encoding) => {
    expect(readHl7(bytes(oru(['OBX|1|TX|x||Ödem señal'], { set }), encoding)).text).toBe('Ödem señal');
  });

  it('carries a PDF', () => {
    const { attached } = readHl7(bytes(oru([`OBX|1|ED|PDF^Report||^application^pdf^Base64^${PDF}`])));
    expect(attached?.mediaType).toBe('application/pdf');
    expect(Buffer.from(attached?.bytes ?? []).toString()).toBe('%PDF-1.4 and so on');
  });

  it('takes the last of several messages about one examination, and refuses several examinations', () => {
    const [one, two] = ['First.', 'Corrected.'].map((words) => oru([`OBX|1|TX|x||${words}`]));
    expect(readHl7(bytes(`${one}\r${two}`)).text).toBe('Corrected.');
    const other = oru(['OBX|1|TX|x||Knee.'], { obr: 'OBR|1||B2|MRKN^MRI KNEE' });
    expect(faultOf(() => readHl7(bytes(`${one}\r${other}`)))).toBe('several');
  });

  it('is refused where nothing is in it', () => {
    expect(faultOf(() => readHl7(bytes(oru([]))))).toBe('no-report-inside');
    expect(faultOf(() => readHl7(bytes(oru(['OBX|1|ED|PDF||^application^pdf^Base64^***']))))).toBe('damaged');
  });
});

const diagnostic = (more: object) => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'MRI knee right' },
  subject: { reference: '#p' },
  effectiveDateTime: '2026-10-28T10:00:00Z',
  identifier: [{ type: { coding: [{ code: 'ACSN' }] }, value: 'A1234' }],
  resultsInterpreter: [{ display: 'Paul Dressler, MD' }],
  contained: [
    { resourceType: 'Patient', id: 'p', name: [{ family: 'Okafor', given: ['Mara'] }], birthDate: '1992-05-14' },
    {
      resourceType: 'Observation',
      id: 'o',
      code: { text: 'Meniscus' },
      valueString: 'Torn.',
      component: [{ code: { text: 'Length' }, valueQuantity: { value: 8, unit: 'mm' } }],
    },
  ],
  ...more,
});
const json = (value: unknown) => bytes(JSON.stringify(value));

describe('a FHIR DiagnosticReport', () => {
  it('gives observations and conclusion, and what it states', () => {
    const { text, stated } = readFhir(
      json(diagnostic({ result: [{ reference: '#o' }], conclusion: 'Torn meniscus.' })),
    );
    expect(text).toBe('FINDINGS:\nMeniscus: Torn.\nLength: 8 mm\n\nIMPRESSION:\nTorn meniscus.');
    expect(stated).toMatchObject({
      ...{ author: 'Paul Dressler, MD', date: '2026-10-28', accessionNumber: 'A1234', patientName: 'Okafor^Mara' },
      ...{ birthDate: '1992-05-14', examination: 'MRI knee right' },
    });
  });

  it('is found in a bundle; its presented form goes before what says it again', () => {
    const form = (contentType: string, text: string) => ({ contentType, data: Buffer.from(text).toString('base64') });
    const report = diagnostic({
      conclusion: 'x',
      presentedForm: [form('text/html', '<p>FINDINGS:</p><p>Torn &amp; sore</p>')],
    });
    expect(readFhir(json({ resourceType: 'Bundle', entry: [{ resource: report }] })).text).toBe(
      'FINDINGS:\n\nTorn & sore',
    );
    const pdf = readFhir(json(diagnostic({ presentedForm: [form('application/pdf', '%PDF-1.4')] })));
    expect(pdf.attached?.mediaType).toBe('application/pdf');
  });

  it.each([
    ['no-report-inside', { resourceType: 'Patient' }],
    ['no-report-inside', diagnostic({})],
    ['several', { resourceType: 'Bundle', entry: [{ resource: diagnostic({}) }, { resource: diagnostic({}) }] }],
  ])('is refused for %s', (fault, value) => expect(faultOf(() => readFhir(json(value)))).toBe(fault));

  it('whatever it is made of, gives an answer or a reason', () => {
    for (const odd of [
      null,
      7,
      [],
      { entry: 5 },
      diagnostic({ result: 'x', presentedForm: [7, { data: 5 }], contained: {} }),
    ])
      expect(['none', 'no-report-inside']).toContain(faultOf(() => readFhir(json(odd))));
  });
});

const SR = sharedData('sr_pdf');
describe.skipIf(SR === null)('real DICOM reports (needs the shared data)', () => {
  const file = (name: string) => new Uint8Array(readFileSync(`${SR}/${name}`));

  it.each([
    ['reportsi.dcm', /:/],
    ['dcmjs_sample-sr.dcm', /\w/],
    ['highdicom_sr_document.dcm', /\w/],
    ['test-SR.dcm', /\w/],
  ])('%s becomes text', (name, words) => {
    const { text } = readDicomReport(file(name));
    expect(text).toMatch(words);
    expect(text).not.toMatch(/\p{Cc}(?<![\n\t])/u);
  });

  it('an encapsulated PDF is taken out', () => {
    const { attached } = readDicomReport(file('encapsulated_pdf_sample.dcm'));
    expect(reportFormat(attached?.bytes ?? new Uint8Array())).toBe('pdf');
  });
});
