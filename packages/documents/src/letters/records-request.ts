import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import type { Block, DrawnSignature } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { Setting } from './letterhead.ts';
import { dateWords, fullName, sheet } from './letterhead.ts';

export interface RecordsRequestLetter {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly request: RecordsRequest;
  /** Who signs: the patient, or the person who acts for the patient. */
  readonly signer: { readonly name: string; readonly relation: CommandOf<'giveConsent'>['relation'] };
  /** Where the copies go. The patient asks for her own copy, so this is hers and never the practice's. */
  readonly sendTo: { readonly address: string; readonly email: string; readonly phone: string };
  /** ISO date on the letter. */
  readonly today: string;
  /** What was signed on screen; without it there is a line to sign on. */
  readonly drawn?: DrawnSignature['strokes'];
  /** Where the facility can bring it without an account. */
  readonly link?: { readonly url: string; readonly code: string; readonly until: string };
}

/**
 * The letter by which a patient asks a facility for her own electronic copy of images and report, ready to sign. Asking
 * for the own copy (and not for sending it to the practice) keeps both the 30 days and the limit of the fee:
 * 45 CFR 164.524(b)(2), (c)(2), (c)(4) and Ciox v. Azar, 435 F. Supp. 3d 30; in the EU GDPR Art. 12(3), 15(3).
 */
export function recordsRequestPdf(setting: Setting, letter: RecordsRequestLetter): Promise<Buffer> {
  const title = setting.say('letter.records.title', { name: fullName(letter.patient) });
  const page = sheet(setting, title, letter.caseNumber);
  return renderPdf({
    ...page,
    author: letter.signer.name,
    foot: { ...page.foot, left: setting.say('document.case', { caseNumber: letter.caseNumber }) },
    blocks: [
      ...letterHead(
        setting.say,
        letter,
        setting.say('letter.records.heading', { what: setting.say(`letter.records.what.${wanted(letter)}`) }),
      ),
      ...body(setting.say, letter),
      ...foot(setting, letter),
    ],
  });
}

/** No line without a number on it. */
const phoneWords = (say: Say, phone: string): string => (phone === '' ? '' : say('document.phone', { phone }));

type Wanted = 'images' | 'report' | 'both';

export function wanted(letter: RecordsRequestLetter): Wanted {
  const { wants } = letter.request;
  if (wants.length > 1) return 'both';
  return wants[0] ?? 'both';
}

/** From whom to whom, of which examination; the heading says what kind of letter it is. */
export function letterHead(say: Say, letter: RecordsRequestLetter, heading: string): Block[] {
  const { request, patient, sendTo, signer } = letter;
  const { facility } = request;
  const study = [request.studyDescription, dateWords(request.studyDate, say)].filter((part) => part !== '').join(', ');
  return [
    {
      kind: 'address',
      lines: [signer.name, sendTo.address, phoneWords(say, sendTo.phone), sendTo.email],
    },
    { kind: 'space', points: 8 },
    {
      kind: 'address',
      lines: [
        facility.name,
        say(`letter.records.to.${wanted(letter)}`),
        facility.address,
        facility.fax === '' ? '' : say('document.fax', { fax: facility.fax }),
      ],
    },
    { kind: 'space', points: 4 },
    { kind: 'paragraph', text: dateWords(letter.today, say) },
    { kind: 'space', points: 4 },
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'facts',
      rows: [
        [say('document.patient'), fullName(patient)],
        [say('document.birthDate'), dateWords(patient.birthDate, say)],
        [say('document.examination'), study],
      ],
    },
  ];
}

function body(say: Say, letter: RecordsRequestLetter): Block[] {
  const { request, signer, patient } = letter;
  const images = wanted(letter) !== 'report';
  const report = wanted(letter) !== 'images';
  const items = [
    ...(images ? [say('letter.records.wanted.images')] : []),
    ...(report ? [say('letter.records.wanted.report')] : []),
    ...(images ? [say('letter.records.wanted.priors')] : []),
    ...(report ? [say('letter.records.wanted.priorReports')] : []),
  ];
  const lead =
    signer.relation === 'self'
      ? say('letter.records.lead.self')
      : say('letter.records.lead.other', { patient: fullName(patient), relation: signer.relation });
  const missing = request.missing.trim();
  return [
    { kind: 'paragraph', text: say('letter.records.dear') },
    { kind: 'paragraph', text: lead },
    { kind: 'heading', level: 2, text: say('letter.records.wanted') },
    { kind: 'list', items },
    ...paragraphs(missing === '' ? [] : [say('letter.records.missing', { missing })]),
    { kind: 'heading', level: 2, text: say('letter.records.form') },
    ...paragraphs([
      ...(images ? [say('letter.records.form.images')] : []),
      ...(report ? [say('letter.records.form.report')] : []),
    ]),
    { kind: 'heading', level: 2, text: say('letter.records.law') },
    ...paragraphs([lawWords(say, letter)]),
    { kind: 'heading', level: 2, text: say('letter.records.fee') },
    ...paragraphs([say(`letter.records.fee.${request.law}`)]),
  ];
}

function lawWords(say: Say, letter: RecordsRequestLetter): string {
  const { law, dueOn } = letter.request;
  const ground = say(`letter.records.law.${law}`, { dueOn: dateWords(dueOn, say) });
  const representative = law === 'us-hipaa' && letter.signer.relation !== 'self';
  return representative ? `${ground} ${say('letter.records.law.us-hipaa.other')}` : ground;
}

function foot(setting: Setting, letter: RecordsRequestLetter): Block[] {
  const { say, practice } = setting;
  const { signer, sendTo } = letter;
  const where = [
    say('letter.records.send.to', { name: signer.name }),
    sendTo.address.split('\n').join(', '),
    sendTo.email === '' ? '' : say('letter.records.send.email', { email: sendTo.email }),
    phoneWords(say, sendTo.phone),
  ];
  return [
    { kind: 'heading', level: 2, text: say('letter.records.send') },
    { kind: 'paragraph', text: where.filter((part) => part !== '').join(' · ') },
    ...paragraphs([
      ...(sendTo.email === '' ? [] : [say('letter.records.form.email')]),
      ...linkWords(say, letter),
      ...(wanted(letter) === 'both' ? [say('letter.records.split')] : []),
      say('letter.records.cannot'),
      say('letter.records.thanks'),
    ]),
    signatureOf(say, letter),
    {
      kind: 'paragraph',
      size: 'small',
      text: say('letter.records.help', { practice: practice.name, phone: practice.phone }),
    },
  ];
}

/** The way that costs a facility least: its own upload link, with the code to type. */
export function linkWords(say: Say, { link }: RecordsRequestLetter): string[] {
  if (link === undefined) return [];
  return [say('letter.records.link', { url: link.url, code: link.code, until: dateWords(link.until, say) })];
}

export function signatureOf(say: Say, letter: RecordsRequestLetter): Block {
  const { signer, patient, drawn, request } = letter;
  const name =
    signer.relation === 'self'
      ? signer.name
      : say('letter.records.sign.for', { signer: signer.name, patient: fullName(patient) });
  const signed = request.signed;
  if (drawn === undefined || signed === undefined)
    return { kind: 'signature', under: [say('letter.records.sign'), name] };
  return {
    kind: 'signature',
    drawn: { strokes: drawn, alt: say('letter.records.sign.drawn', { name: signed.signerName }) },
    under: [say('letter.records.sign.on', { date: dateWords(signed.at, say) }), name],
  };
}

function paragraphs(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}
