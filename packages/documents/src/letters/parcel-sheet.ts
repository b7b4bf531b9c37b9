import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { letterhead, type Setting, sheet } from './letterhead.ts';

/** What the sheets of a parcel say of it. The patient's name is on neither: a case number and a parcel's are enough. */
export interface ParcelSheet {
  readonly caseNumber: string;
  /** The number on the bar code, as in "P7K2M-9QXD4". */
  readonly parcelId: string;
  readonly wish: 'returned' | 'destroyed';
  /** Where the disc goes back to, with one line per line of the address; may be empty. */
  readonly returnTo: string;
}

/** The sheet that lies in the parcel, on one page: where it goes, its bar code, what to put in, how to pack it, what follows. */
export function parcelCoverSheetPdf(setting: Setting, parcel: ParcelSheet): Promise<Buffer> {
  const { say, practice } = setting;
  const part = (name: string): Block => ({ kind: 'heading', level: 2, text: say(`letter.parcel.${name}`) });
  const list = (name: string, count: number): Block => ({
    kind: 'list',
    items: Array.from({ length: count }, (_, i) => say(`letter.parcel.${name}.${i + 1}`)),
  });
  const home = parcel.wish === 'returned' && parcel.returnTo.trim() !== '';
  return renderPdf({
    ...sheet(setting, say('letter.parcel.title', { parcel: parcel.parcelId }), parcel.caseNumber),
    blocks: [
      { kind: 'heading', level: 1, text: say('letter.parcel.heading') },
      { kind: 'paragraph', text: say('letter.parcel.to'), size: 'small' },
      { kind: 'address', lines: [practice.name, ...practice.address.split('\n')] },
      { kind: 'barcode', text: parcel.parcelId, alt: say('letter.parcel.bars', { parcel: parcel.parcelId }) },
      {
        kind: 'facts',
        rows: [
          [say('letter.parcel.case'), parcel.caseNumber],
          [say('letter.parcel.questions'), [practice.phone, practice.email].filter(Boolean).join(', ')],
        ],
      },
      part('in'),
      list('in', 3),
      part('out'),
      list('out', 2),
      part('pack'),
      list('pack', 3),
      part('after'),
      { kind: 'paragraph', text: say('letter.parcel.after.read') },
      {
        kind: 'paragraph',
        text: home
          ? say('letter.parcel.after.returned', { address: parcel.returnTo.trim().split('\n').join(', ') })
          : say(`letter.parcel.after.${parcel.wish === 'returned' ? 'returnedAsk' : 'destroyed'}`),
      },
    ],
  });
}

/** What goes on the parcel that takes the disc back: the address to read from afar, who sends it, and its number. */
export function parcelReturnLabelPdf(setting: Setting, parcel: ParcelSheet): Promise<Buffer> {
  const { say } = setting;
  const lines = parcel.returnTo.trim().split('\n');
  return renderPdf({
    ...sheet(setting, say('letter.parcel.returnTitle', { parcel: parcel.parcelId }), parcel.caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 24 },
      { kind: 'paragraph', text: say('letter.parcel.returnTo'), size: 'small' },
      { kind: 'heading', level: 1, text: lines[0] ?? '' },
      ...lines.slice(1).map((text): Block => ({ kind: 'paragraph', text, size: 'lead' })),
      { kind: 'space', points: 24 },
      { kind: 'barcode', text: parcel.parcelId, alt: say('letter.parcel.bars', { parcel: parcel.parcelId }) },
    ],
  });
}
