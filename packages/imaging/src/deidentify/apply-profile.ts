import type { Dataset, Element, Vr } from '../write/dataset.ts';
import { cleanDescriptor } from './clean-text.ts';
import { CLASS_UIDS, namesSomebody } from './identifiers.ts';
import { type ProfileRule, ruleOf } from './profile.ts';
import { asciiOf, CHARACTER_SET, type SourceDataset, type SourceElement } from './read-dataset.ts';
import { SAFE_PRIVATE } from './safe-private.data.ts';
import { shiftDates } from './shift-dates.ts';

/** What one case's files have in common, so that they still belong together afterwards. */
export interface ProfileChoices {
  /** The UID that stands for another one: the same for the same, in all files of a case. */
  readonly mapUid: (uid: string) => string;
  /** Days by which every date moves (Modified Dates), or null to keep them as they are (Full Dates). */
  readonly shiftDays: number | null;
  /** Stands for the patient's name and ID. */
  readonly label: string;
}

export interface Applying extends ProfileChoices {
  /** What names somebody in the source, see `identifiersIn`. */
  readonly identifiers: ReadonlySet<string>;
  readonly littleEndian: boolean;
  readonly isExplicit: boolean;
}

const PATIENT_NAME = 0x00100010;
const PATIENT_ID = 0x00100020;
const PATIENT_AGE = 0x00101010;
const TEXT: ReadonlySet<string> = new Set('AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT'.split(' '));
/** Numbers and coded values cannot hold a name; everything else that stays is searched for one. */
const NUMERIC: ReadonlySet<string> = new Set('AS DA DS DT FD FL IS SL SS SV TM UL US UV AT'.split(' '));
const DUMMIES: Readonly<Record<string, string>> = {
  AS: '000Y',
  DA: '19000101',
  DS: '0',
  DT: '19000101000000',
  IS: '0',
  TM: '000000',
};
const NO_BYTES = new Uint8Array(0);

const isPrivate = (tag: number) => ((tag >>> 16) & 1) === 1;
const textElement = (tag: number, vr: string, value: string): Element => ({ tag, vr: vr as Vr, value });
const emptyOf = ({ tag, vr }: SourceElement): Element =>
  vr === 'SQ' ? { tag, vr: 'SQ', value: [] } : { tag, vr: vr as Vr, value: NO_BYTES };

function dummyOf(element: SourceElement): Element {
  const { tag, vr } = element;
  if (vr === 'SQ' || !TEXT.has(vr)) return emptyOf(element);
  return textElement(tag, vr, DUMMIES[vr] ?? 'REMOVED');
}

/** As it is. The writer turns words of big-endian files round, and here they lie turned already. */
function keptAs({ tag, vr, bytes }: SourceElement, { littleEndian }: Applying): Element {
  if (vr !== 'OW' || littleEndian) return { tag, vr: vr as Vr, value: bytes };
  const turned = bytes.slice();
  for (let at = 0; at + 1 < turned.length; at += 2)
    [turned[at], turned[at + 1]] = [turned[at + 1] as number, turned[at] as number];
  return { tag, vr, value: turned };
}

const looksLikeUid = (text: string) => /^\d+(?:\.\d+){4,}$/.test(text);

function mappedUids({ tag, vr, bytes }: SourceElement, { mapUid }: Applying): Element {
  const uids = asciiOf(bytes)
    .split('\\')
    .map((uid) => (uid === '' || uid.startsWith('1.2.840.10008.') ? uid : mapUid(uid)));
  return textElement(tag, vr === 'UN' ? 'UI' : vr, uids.join('\\'));
}

/** What the profile's own action leaves. X/Z/U* names references whose sequence stays, with other UIDs in it. */
function byAction(element: SourceElement, { action }: ProfileRule, applying: Applying): Element | null {
  if (action === 'X') return null;
  if (action === 'X/Z/U*') return itemsOf(element, applying);
  if (action === 'U') return mappedUids(element, applying);
  if (element.tag === PATIENT_NAME || element.tag === PATIENT_ID)
    return textElement(element.tag, element.vr, applying.label);
  return action.includes('D') ? dummyOf(element) : emptyOf(element);
}

function itemsOf(element: SourceElement, applying: Applying): Element {
  return { tag: element.tag, vr: 'SQ', value: (element.items ?? []).map((item) => applyTo(item, applying)) };
}

/** Ages of ninety and more are one group: they are few. */
function ageOf(element: SourceElement, applying: Applying): Element {
  const years = /^(\d{3})Y$/.exec(asciiOf(element.bytes))?.[1];
  return years !== undefined && Number(years) >= 90
    ? textElement(element.tag, 'AS', '090Y')
    : keptAs(element, applying);
}

function cleaned(element: SourceElement, source: SourceDataset, rule: ProfileRule, applying: Applying): Element | null {
  const text = TEXT.has(element.vr) ? cleanDescriptor(source.text.read(element.bytes)) : '';
  const isClean = text !== '' && !namesSomebody([text], applying.identifiers);
  return isClean ? textElement(element.tag, element.vr, text) : byAction(element, rule, applying);
}

function timeOf(element: SourceElement, rule: ProfileRule, applying: Applying): Element | null {
  if (applying.shiftDays === null || element.vr === 'TM') return keptAs(element, applying);
  if (element.vr !== 'DA' && element.vr !== 'DT') return byAction(element, rule, applying);
  const shifted = shiftDates(asciiOf(element.bytes), applying.shiftDays);
  return shifted === null ? byAction(element, rule, applying) : textElement(element.tag, element.vr, shifted);
}

/** Whether something that stays names somebody: in the letters of the file, and as its character set reads them. */
function tells(element: SourceElement, source: SourceDataset, { identifiers }: Applying): boolean {
  if (NUMERIC.has(element.vr)) return false;
  const raw = asciiOf(element.bytes);
  if (/^[\d.+\-eE\\ ]*$/.test(raw) && !looksLikeUid(raw)) return false;
  return namesSomebody([raw, ...(TEXT.has(element.vr) ? [source.text.read(element.bytes)] : [])], identifiers);
}

function kept(element: SourceElement, source: SourceDataset, applying: Applying): Element | null {
  if (element.items !== null) return itemsOf(element, applying);
  if (CLASS_UIDS.has(element.tag) || element.tag === CHARACTER_SET) return keptAs(element, applying);
  const isUid = element.vr === 'UI' || (element.vr === 'UN' && looksLikeUid(asciiOf(element.bytes)));
  if (isUid) return mappedUids(element, applying);
  // In explicit files nobody knows what UN holds: it may be a whole sequence.
  if (element.vr === 'UN' && applying.isExplicit) return null;
  return tells(element, source, applying) ? null : keptAs(element, applying);
}

function publicElement(element: SourceElement, source: SourceDataset, applying: Applying): Element | null {
  const rule = ruleOf(element.tag);
  if (rule === undefined) return kept(element, source, applying);
  if (rule.isTime) return timeOf(element, rule, applying);
  if (element.tag === PATIENT_AGE) return ageOf(element, applying);
  if (rule.patient === 'keep' || rule.device === 'keep') return kept(element, source, applying);
  const isCleaned = rule.patient === 'clean' || rule.device === 'clean' || rule.isDescriptor;
  return isCleaned && element.items === null
    ? cleaned(element, source, rule, applying)
    : byAction(element, rule, applying);
}

/** The creators of private blocks, by group and block. */
function creatorsOf({ elements, text }: SourceDataset): ReadonlyMap<number, string> {
  const creators = elements.filter(({ tag }) => isPrivate(tag) && (tag & 0xffff) >= 0x10 && (tag & 0xffff) <= 0xff);
  return new Map(
    creators.map(({ tag, bytes }) => [((tag & 0xffff0000) | ((tag & 0xff) << 8)) >>> 0, text.read(bytes)]),
  );
}

function privateElements(source: SourceDataset, applying: Applying): Element[] {
  const creators = creatorsOf(source);
  const safe = source.elements.filter((element) => {
    const { tag } = element;
    const creator = isPrivate(tag) ? creators.get((tag & 0xffffff00) >>> 0) : undefined;
    if (creator === undefined || element.items !== null) return false;
    const place = `${(tag >>> 16).toString(16).padStart(4, '0')}:${(tag & 0xff).toString(16).padStart(2, '0')}`;
    return SAFE_PRIVATE[creator]?.includes(place) === true && !tells(element, source, applying);
  });
  const blocks = new Set(safe.map(({ tag }) => (tag & 0xffffff00) >>> 0));
  const heads = [...blocks].map((block): Element => {
    const tag = ((block & 0xffff0000) | ((block >>> 8) & 0xff)) >>> 0;
    return textElement(tag, 'LO', creators.get(block) ?? '');
  });
  return [...heads, ...safe.map((element) => keptAs(element, applying))];
}

/** A data set with the profile applied to it and to its items. */
export function applyTo(source: SourceDataset, applying: Applying): Dataset {
  const elements = source.elements
    .filter(({ tag }) => !isPrivate(tag) && (tag & 0xffff) !== 0 && tag >>> 16 > 4)
    .map((element) => publicElement(element, source, applying));
  return [...elements.filter((element) => element !== null), ...privateElements(source, applying)];
}
