import type { ImportReceipt } from '@overread/contract/imports.ts';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import type { Block, Cell } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { Setting } from './letterhead.ts';
import { dateWords, fullName, instantWords, letterhead, sheet } from './letterhead.ts';

/** One delivery of images, and whose case it is. */
export interface ImageReceipt extends Omit<ImportReceipt, 'files'> {
  readonly patient: PatientIdentity;
}

/** Lines of one list on paper; the receipt as JSON has all. */
const SHOWN = 100;

const countOf = ({ studies }: ImageReceipt, of: 'arrived' | 'alreadyHere') =>
  studies.flatMap(({ series }) => series).reduce((sum, series) => sum + series[of], 0);

/** The receipt of a disc: what it listed, what arrived, what did not and why. */
export function imageReceiptPdf(setting: Setting, receipt: ImageReceipt): Promise<Buffer> {
  const { say } = setting;
  return renderPdf({
    ...sheet(setting, say('letter.receipt.title', { caseNumber: receipt.caseNumber }), receipt.caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'heading', level: 1, text: headline(say, receipt) },
      { kind: 'facts', rows: facts(setting, receipt) },
      ...listed(say, receipt),
      ...arrived(say, receipt),
      ...section(say, 'letter.receipt.notSent', notSentLines(say, receipt)),
      ...section(
        say,
        'letter.receipt.refused',
        receipt.refused.map(({ path, reason }) => say('letter.receipt.line', { what: path, reason })),
      ),
      ...section(
        say,
        'letter.receipt.noImages',
        receipt.noImages.map(({ reason, files }) => say('letter.receipt.noImagesLine', { reason, files })),
      ),
      { kind: 'heading', level: 2, text: say('letter.receipt.files') },
      { kind: 'paragraph', text: say('letter.receipt.filesSay') },
      { kind: 'paragraph', text: receipt.filesSha256, size: 'small' },
    ],
  });
}

function headline(say: Say, receipt: ImageReceipt): string {
  if (receipt.finishedAt === null) return say('letter.receipt.heading.open');
  const [count, here] = [countOf(receipt, 'arrived'), countOf(receipt, 'alreadyHere') + receipt.sentAgain];
  if (count > 0) return say('letter.receipt.heading.arrived', { count });
  return say(here > 0 ? 'letter.receipt.heading.known' : 'letter.receipt.heading.none');
}

function facts({ say, timeZone }: Setting, receipt: ImageReceipt): [string, string][] {
  const here = countOf(receipt, 'alreadyHere');
  const { finishedAt, bytesReceived, sentAgain } = receipt;
  return [
    [say('document.patient'), fullName(receipt.patient)],
    [say('letter.receipt.by'), receipt.by],
    [say('letter.receipt.way'), say(`letter.receipt.way.${receipt.way}`)],
    [say('letter.receipt.startedAt'), instantWords(receipt.startedAt, timeZone, say)],
    [say('letter.receipt.finishedAt'), finishedAt === null ? '' : instantWords(finishedAt, timeZone, say)],
    [say('letter.receipt.bytes'), say('letter.receipt.bytesValue', { megabytes: Math.ceil(bytesReceived / 1e6) })],
    [say('letter.receipt.new'), say('letter.receipt.images', { count: countOf(receipt, 'arrived') })],
    [say('letter.receipt.here'), here === 0 ? '' : say('letter.receipt.images', { count: here })],
    [say('letter.receipt.again'), sentAgain === 0 ? '' : say('letter.receipt.images', { count: sentAgain })],
  ];
}

function listed(say: Say, receipt: ImageReceipt): Block[] {
  if (receipt.listed.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('letter.receipt.listed') },
    ...receipt.listed.flatMap(({ path, images, missing }): Block[] => [
      { kind: 'paragraph', text: say('letter.receipt.listedLine', { path, images, missing: missing.length }) },
      ...(missing.length === 0 ? [] : [shortList(say, missing)]),
    ]),
  ];
}

const cell = (text: string): Cell => [{ text }];

function arrived(say: Say, { studies }: ImageReceipt): Block[] {
  const column = (id: string, share: number) => ({ title: say(`letter.receipt.column.${id}`), share });
  const columns = [column('series', 0.52), column('modality', 0.14), column('new', 0.14), column('here', 0.2)];
  return studies.flatMap(({ description, date, patientName, state, series }): Block[] => {
    const name = description === '' ? say('letter.receipt.unnamed') : description;
    return [
      { kind: 'heading', level: 2, text: [name, dateWords(date, say)].filter((part) => part !== '').join(', ') },
      {
        kind: 'paragraph',
        text: say('letter.receipt.study', { name: spoken(patientName), state: say(`letter.receipt.state.${state}`) }),
      },
      {
        kind: 'table',
        columns,
        rows: series.map((one) => [
          cell(one.description === '' ? say('letter.receipt.unnamed') : one.description),
          cell(one.modality),
          cell(String(one.arrived)),
          cell(String(one.alreadyHere)),
        ]),
      },
    ];
  });
}

/** "Almeida^Ruth" as people write it; the first of several ways of writing counts (PS3.5 6.2). */
const spoken = (dicomName: string) =>
  (dicomName.split('=')[0] ?? '')
    .split('^')
    .slice(0, 2)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');

function notSentLines(say: Say, { notSent }: ImageReceipt): string[] {
  return notSent.map(({ why, study, series, date, images }) => {
    const what = [study, series, dateWords(date, say)].filter((part) => part !== '').join(', ');
    const id = why === 'choice' && what === '' ? 'unnamed' : why;
    return say(`letter.receipt.notSent.${id}`, { what, images });
  });
}

const shortList = (say: Say, lines: readonly string[]): Block => ({
  kind: 'list',
  items:
    lines.length <= SHOWN
      ? lines
      : [...lines.slice(0, SHOWN), say('letter.receipt.more', { count: lines.length - SHOWN })],
});

function section(say: Say, id: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: say(id) }, shortList(say, lines)];
}
