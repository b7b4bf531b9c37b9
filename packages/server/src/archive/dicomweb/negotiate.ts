import { EXPLICIT_LITTLE, encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { wordedProblem } from '../../platform/problems.ts';
import { COMPRESSED } from '../stream/pixels/syntaxes.data.ts';
import { type Accepted, takes } from './media-types.ts';

export const DICOM = 'application/dicom';
export const OCTETS = 'application/octet-stream';
export const DICOM_JSON = 'application/dicom+json';
export const DICOM_XML = 'application/dicom+xml';

/** How an answer is sent: each thing a part, or the one thing alone. */
export interface Form {
  readonly multipart: boolean;
}

const MULTIPART = 'multipart/related';

/** The answer to a client that takes nothing of what there is: 406, with what there is. */
export function notAcceptable(offered: readonly string[]) {
  return wordedProblem(406, 'images.not-acceptable', { offered: offered.join(', ') });
}

/**
 * Whether a range takes things of this media type, and how; null when it does not. A single thing may be sent alone. What
 * takes everything gets parts, which is the default of all but pictures (PS3.18 8.7.4).
 */
export function formFor({ range, type }: Accepted, media: string, count: number): Form | null {
  if (range === MULTIPART || range === 'multipart/*') return takes(type, media) ? { multipart: true } : null;
  if (range === '*/*') return { multipart: true };
  return takes(range, media) && count === 1 ? { multipart: false } : null;
}

/** Whether the server can open what is stored in a syntax. */
export const canOpen = (uid: string): boolean =>
  !encodingOf(uid).encapsulated || (COMPRESSED[uid]?.codec ?? null) !== null;

/** What becomes of an instance: sent as it is stored, opened to explicit little endian, or not to be had by this client. */
export type Sent = 'stored' | 'opened' | 'refused';

export interface InstanceForm extends Form {
  readonly sent: (uid: string) => Sent;
}

/**
 * How whole instances are sent (PS3.18 10.4, 8.7.3.5.2): a client that names no syntax takes explicit little endian, `*` takes
 * what is stored, and one that takes anything at all gets what is stored where that cannot be opened.
 */
export function instanceForm(accepted: readonly Accepted[], stored: readonly string[]): InstanceForm {
  const fitting = accepted.flatMap((each) => {
    const form = formFor(each, DICOM, stored.length);
    return form === null ? [] : [{ ...each, ...form }];
  });
  for (const { multipart } of fitting) {
    // Ranges for one form are alternatives: "explicit, or else JPEG 2000".
    const same = fitting.filter((other) => other.multipart === multipart);
    const sent = sentTo(same);
    if (stored.some((uid) => sent(uid) !== 'refused')) return { multipart, sent };
  }
  throw notAcceptable(offeredInstances(stored));
}

function sentTo(ranges: readonly Accepted[]): InstanceForm['sent'] {
  const syntaxes = new Set(ranges.map(({ transferSyntax }) => transferSyntax || EXPLICIT_LITTLE));
  const takesAnything = ranges.some(({ range }) => range === '*/*');
  return (uid) => {
    if (syntaxes.has('*') || syntaxes.has(uid)) return 'stored';
    if (syntaxes.has(EXPLICIT_LITTLE) && canOpen(uid)) return 'opened';
    return takesAnything ? 'stored' : 'refused';
  };
}

function offeredInstances(stored: readonly string[]): string[] {
  const opened = stored.some(canOpen) ? [EXPLICIT_LITTLE] : [];
  const syntaxes = [...new Set([...opened, ...stored]), '*'];
  const alone = stored.length === 1 ? [`${DICOM}; transfer-syntax=*`] : [];
  return [...syntaxes.map((uid) => `multipart/related; type="${DICOM}"; transfer-syntax=${uid}`), ...alone];
}

/** Media types of compressed frames (PS3.18 table 8.7.3-5), the older names behind them. */
const FRAME_MEDIA: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/\.4\.(?:50|51|57|70)$/, ['image/jpeg']],
  [/\.4\.8[01]$/, ['image/jls', 'image/x-jls']],
  [/\.4\.9[01]$/, ['image/jp2', 'image/x-jp2']],
  [/\.4\.9[23]$/, ['image/jpx']],
  [/\.4\.20[123]$/, ['image/jphc']],
  [/\.4\.11[0-2]$/, ['image/jxl']],
  [/\.4\.10[0-3]$/, ['video/mpeg', 'video/mp4']],
  [/\.2\.5$/, ['image/dicom-rle', 'image/x-dicom-rle']],
];

const mediaOf = (uid: string): readonly [string, ...string[]] =>
  FRAME_MEDIA.find(([pattern]) => pattern.test(uid))?.[1] ?? [OCTETS];

export interface FrameForm extends Form {
  readonly asStored: boolean;
  readonly media: string;
  /** The syntax of what is sent. */
  readonly transferSyntax: string;
}

/**
 * How frames, and the pixel data as bulk data, are sent (PS3.18 8.7.3.5.4): uncompressed as octets, or compressed as they are
 * stored, under the codec's media type or where any syntax is taken.
 */
export function frameForm(accepted: readonly Accepted[], uid: string, count: number): FrameForm {
  for (const each of accepted) {
    const form = storedForm(each, uid, count) ?? openedForm(each, uid, count);
    if (form !== null) return form;
  }
  const ways = [
    ...(canOpen(uid) ? [`type="${OCTETS}"; transfer-syntax=${EXPLICIT_LITTLE}`] : []),
    ...(encodingOf(uid).encapsulated ? [`type="${mediaOf(uid)[0]}"; transfer-syntax=${uid}`] : []),
  ];
  throw notAcceptable(ways.map((way) => `multipart/related; ${way}`));
}

/** Compressed as they are: wanted by the codec's media type, by the syntax or by `*`; or because nothing else can be had. */
function storedForm(accepted: Accepted, uid: string, count: number): FrameForm | null {
  if (!encodingOf(uid).encapsulated) return null;
  const { range, type, transferSyntax } = accepted;
  const media = mediaOf(uid);
  const own = media.find((name) => formFor(accepted, name, count) !== null);
  const form = formFor(accepted, own ?? OCTETS, count);
  const bySyntax = transferSyntax === '*' || transferSyntax === uid;
  const byMedia = own !== undefined && transferSyntax === '' && (type === own || range === own);
  const otherwiseNothing = range === '*/*' && !canOpen(uid);
  if (form === null || !(bySyntax || byMedia || otherwiseNothing)) return null;
  return { ...form, asStored: true, media: own ?? media[0], transferSyntax: uid };
}

function openedForm(accepted: Accepted, uid: string, count: number): FrameForm | null {
  const form = formFor(accepted, OCTETS, count);
  const fits = ['', '*', EXPLICIT_LITTLE].includes(accepted.transferSyntax);
  if (form === null || !fits || !canOpen(uid)) return null;
  return { ...form, asStored: false, media: OCTETS, transferSyntax: EXPLICIT_LITTLE };
}

export interface DataSetForm extends Form {
  readonly media: typeof DICOM_JSON | 'application/json' | typeof DICOM_XML;
}

/**
 * How search results and metadata are sent (PS3.18 8.7.3.2): all in one DICOM JSON, under its own name or JSON's, or each a
 * Native DICOM Model in XML of its own.
 */
export function dataSetForm(accepted: readonly Accepted[], count: number): DataSetForm {
  for (const each of accepted) {
    if (takes(each.range, DICOM_JSON)) return { media: DICOM_JSON, multipart: false };
    if (each.range === 'application/json') return { media: each.range, multipart: false };
    const form = formFor(each, DICOM_XML, count);
    if (form !== null) return { media: DICOM_XML, ...form };
  }
  throw notAcceptable([DICOM_JSON, 'application/json', `multipart/related; type="${DICOM_XML}"`]);
}

const PICTURES = ['image/jpeg', 'image/png'] as const;
export type PictureMedia = (typeof PICTURES)[number];

export interface PictureForm extends Form {
  readonly media: PictureMedia;
}

/** How drawn pictures are sent (PS3.18 8.7.3.3): one alone, several as parts; JPEG where nothing is wanted more. */
export function pictureForm(accepted: readonly Accepted[], count: number): PictureForm {
  for (const { range, type } of accepted) {
    for (const media of PICTURES) {
      if (range === MULTIPART || range === 'multipart/*') {
        if (takes(type, media)) return { multipart: true, media };
      } else if (takes(range, media)) return { multipart: range === '*/*' && count > 1, media };
    }
  }
  throw notAcceptable([...PICTURES, ...PICTURES.map((media) => `multipart/related; type="${media}"`)]);
}
