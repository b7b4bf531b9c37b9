import { type Delimiters, elementOf, encodeSegment, type Segment, segment, x12Text } from './segments.ts';

/** Who sends to whom, as agreed with the clearing house. Qualifier of X12 code list I05, id of at most 15 characters. */
export interface Party {
  readonly qualifier: string;
  readonly id: string;
}

export interface InterchangeHead {
  readonly sender: Party;
  readonly receiver: Party;
  /** ISO instant. */
  readonly at: string;
  /** 1 to 999,999,999; each interchange with a receiver has another one. */
  readonly control: number;
  readonly isTest: boolean;
}

/** One transaction set to be sent: "270" in group "HS" under guide "005010X279A1", and what stands between ST and SE. */
export interface SetToSend {
  readonly type: string;
  readonly group: string;
  readonly guide: string;
  readonly segments: readonly Segment[];
}

/** A whole interchange with one transaction set: ISA to IEA, every count and control number in place. */
export function writeInterchange(head: InterchangeHead, set: SetToSend): string {
  const { sender, receiver, control } = head;
  const [day, time] = [head.at.slice(0, 10).replaceAll('-', ''), head.at.slice(11, 16).replace(':', '')];
  const wide = (text: string, width: number) => x12Text(text, width).padEnd(width, ' ');
  const isaControl = String(control).padStart(9, '0');
  const isa = [
    'ISA*00*          *00*          ',
    ...[wide(sender.qualifier, 2), wide(sender.id, 15), wide(receiver.qualifier, 2), wide(receiver.id, 15)],
    ...[day.slice(2), time, '^', '00501', isaControl, '0', head.isTest ? 'T' : 'P', ':~'],
  ].join('*');
  const st = String(control % 10_000).padStart(4, '0');
  const ids = [x12Text(sender.id, 15), x12Text(receiver.id, 15)] as const;
  const body: readonly Segment[] = [
    segment('GS', set.group, ...ids, day, time, String(control), 'X', set.guide),
    segment('ST', set.type, st, set.guide),
    ...set.segments,
    segment('SE', String(set.segments.length + 2), st),
    segment('GE', '1', String(control)),
    segment('IEA', '1', isaControl),
  ];
  return isa + body.map(encodeSegment).join('');
}

export interface ReadSet {
  readonly type: string;
  readonly control: string;
  readonly guide: string;
  /** Between ST and SE. */
  readonly segments: readonly Segment[];
}

export type InterchangeFault = 'control-number' | 'segment-count' | 'set-count' | 'group-count' | 'not-closed';

export interface Interchange {
  readonly delimiters: Delimiters;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly sets: readonly ReadSet[];
  /** What does not fit together; empty where everything does. */
  readonly faults: readonly InterchangeFault[];
}

/** What was sent is no X12 interchange. */
export class NotX12 extends Error {
  override readonly name = 'NotX12';
}

/** ISA is the one segment of fixed width: 106 characters, and its places say what the delimiters are (X12.5). */
const ISA_LENGTH = 106;

/** Reads an interchange with whatever delimiters it names. Throws `NotX12`; counts that are wrong are told as faults. */
export function readInterchange(text: string): Interchange {
  const whole = text.replace(/^\uFEFF?\s+/, '');
  if (!whole.startsWith('ISA') || whole.length < ISA_LENGTH) throw new NotX12('There is no ISA segment.');
  const delimiters: Delimiters = {
    element: whole[3] ?? '',
    repetition: whole[82] ?? '',
    component: whole[104] ?? '',
    segment: whole[105] ?? '',
  };
  const isa = whole.slice(0, ISA_LENGTH - 1).split(delimiters.element);
  if (isa.length !== 17) throw new NotX12('The ISA segment is not of the width that it must have.');
  const segments = whole
    .slice(ISA_LENGTH)
    .split(delimiters.segment)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each): Segment => {
      const [name = '', ...elements] = each.split(delimiters.element);
      return { name, elements };
    });
  const control = isa[13] ?? '';
  const { sets, faults } = readGroups(segments, control);
  const [sender, receiver] = [(isa[6] ?? '').trim(), (isa[8] ?? '').trim()];
  return { delimiters, sender, receiver, control, sets, faults: [...new Set(faults)] };
}

interface Open {
  readonly groupControl: string;
  readonly setsBefore: number;
}

function readGroups(segments: readonly Segment[], control: string) {
  const sets: ReadSet[] = [];
  const faults: InterchangeFault[] = [];
  const expect = (holds: boolean, fault: InterchangeFault) => void (holds || faults.push(fault));
  let group: Open | null = null;
  let set: { head: Segment; body: Segment[] } | null = null;
  let groups = 0;
  let closed = false;
  for (const each of segments) {
    const [first, second] = [elementOf(each, 1), elementOf(each, 2)];
    switch (each.name) {
      case 'GS':
        group = { groupControl: elementOf(each, 6), setsBefore: sets.length };
        groups += 1;
        break;
      case 'ST':
        expect(set === null, 'not-closed');
        set = { head: each, body: [] };
        break;
      case 'SE':
        if (set === null) break;
        expect(Number(first) === set.body.length + 2, 'segment-count');
        expect(second === elementOf(set.head, 2), 'control-number');
        sets.push(setOf(set.head, set.body));
        set = null;
        break;
      case 'GE':
        expect(Number(first) === sets.length - (group?.setsBefore ?? 0), 'set-count');
        expect(second === group?.groupControl, 'control-number');
        group = null;
        break;
      case 'IEA':
        expect(Number(first) === groups, 'group-count');
        expect(second === control, 'control-number');
        closed = true;
        break;
      default:
        set?.body.push(each);
    }
  }
  expect(closed && set === null && group === null, 'not-closed');
  return { sets, faults };
}

function setOf(head: Segment, segments: readonly Segment[]): ReadSet {
  return { type: elementOf(head, 1), control: elementOf(head, 2), guide: elementOf(head, 3), segments };
}

/** Segments under one HL, with its level: "20" payer, "21" provider, "22" subscriber, "EV" event, "SS" service. */
export interface Level {
  readonly code: string;
  readonly segments: readonly Segment[];
}

/** The levels of a transaction set in their order; what stands before the first HL is left out. */
export function levelsOf({ segments }: Pick<ReadSet, 'segments'>): readonly Level[] {
  const levels: { code: string; segments: Segment[] }[] = [];
  for (const each of segments) {
    if (each.name === 'HL') levels.push({ code: elementOf(each, 3), segments: [] });
    else levels.at(-1)?.segments.push(each);
  }
  return levels;
}
