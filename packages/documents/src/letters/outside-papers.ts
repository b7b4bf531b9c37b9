import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { letterhead, type Setting, sheet } from './letterhead.ts';

/** How a packet gets to a service outside. */
export interface OutsideJourney {
  readonly caseNumber: string;
  readonly service: string;
  /** One line per line of the address; empty where nothing goes by mail. */
  readonly address: string;
  readonly way: 'mail' | 'portal';
  /** What the service itself asks for, in the order in which it wants it. */
  readonly instructions: readonly string[];
  /** Who sends it; the practice where nobody is named. */
  readonly from: string;
  /** Begins the checksums' hash: what was sent can be told from what comes back. */
  readonly packet: string;
}

/** What goes on the parcel: the address to read from afar, who sends it, and what kind of goods it is. */
export function outsideLabelPdf(setting: Setting, journey: OutsideJourney): Promise<Buffer> {
  const { say } = setting;
  const [first = '', ...rest] = [journey.service, ...journey.address.trim().split('\n')].filter((line) => line !== '');
  return renderPdf({
    ...sheet(setting, say('letter.outside.label.title', { caseNumber: journey.caseNumber }), journey.caseNumber),
    blocks: [
      ...(journey.from.trim() === ''
        ? letterhead(setting)
        : ([{ kind: 'address', lines: [say('letter.outside.from'), ...journey.from.split('\n')] }] satisfies Block[])),
      { kind: 'space', points: 24 },
      { kind: 'paragraph', text: say('letter.outside.to'), size: 'small' },
      { kind: 'heading', level: 1, text: first },
      ...rest.map((text): Block => ({ kind: 'paragraph', text, size: 'lead' })),
      { kind: 'space', points: 24 },
      { kind: 'paragraph', text: say('letter.outside.goods'), strong: true },
      {
        kind: 'barcode',
        text: journey.caseNumber,
        alt: say('letter.outside.bars', { caseNumber: journey.caseNumber }),
      },
    ],
  });
}

/** The list to tick off, from the disc to the report that comes back, with what this service asks for. */
export function outsideChecklistPdf(setting: Setting, journey: OutsideJourney): Promise<Buffer> {
  const { say } = setting;
  const { service, way, instructions } = journey;
  const list = (items: readonly string[]): Block => ({ kind: 'list', items, boxes: true });
  const part = (id: string): Block => ({ kind: 'heading', level: 2, text: say(`letter.outside.${id}`, { service }) });
  return renderPdf({
    ...sheet(setting, say('letter.outside.list.title', { caseNumber: journey.caseNumber }), journey.caseNumber),
    blocks: [
      { kind: 'heading', level: 1, text: say('letter.outside.list.heading', { service }) },
      { kind: 'paragraph', text: say('letter.outside.list.lead'), size: 'lead' },
      ...(instructions.length === 0 ? [] : [part('theirs'), list(instructions)]),
      part('make'),
      list([1, 2, 3].map((n) => say(`letter.outside.make.${way}.${n}`, { service }))),
      part('go'),
      list([1, 2, 3].map((n) => say(`letter.outside.go.${way}.${n}`, { service }))),
      part('back'),
      list([1, 2].map((n) => say(`letter.outside.back.${n}`, { service }))),
      {
        kind: 'paragraph',
        size: 'small',
        text: say('letter.outside.packet', { packet: journey.packet.slice(0, 16), caseNumber: journey.caseNumber }),
      },
    ],
  });
}
