import { isPriorImaging } from '@overread/imaging';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import { slicesIn } from '@overread/imaging/series/stacks.ts';
import type { Say } from '@overread/words';

const WEIGHTING_NAMES: Readonly<Record<string, string>> = { other: '–', unknown: '?' };

// Control characters of a description would move the cursor of the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
export const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

/** Letters that take two columns of a terminal (Unicode's East Asian Width, near enough). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const columnsOf = (text: string) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** Exactly so many columns: cut with an ellipsis, or filled up. */
export function cell(text: string, width: number, end: 'left' | 'right' = 'left'): string {
  let [shown, columns] = ['', 0];
  const tooLong = columnsOf(text) > width;
  for (const letter of text) {
    const wide = columnsOf(letter);
    if (columns + wide > (tooLong ? width - 1 : width)) break;
    shown += letter;
    columns += wide;
  }
  if (tooLong) [shown, columns] = [`${shown}…`, columns + 1];
  const fill = ' '.repeat(width - columns);
  return end === 'left' ? shown + fill : fill + shown;
}

/** Lines of at most `width` columns, each after `indent`; words that are longer stand alone. */
export function wrapped(text: string, width: number, indent: string, first: string = indent): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isBegun = line.length > indent.length;
    if (isBegun && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line += isBegun && line !== first ? ` ${word}` : word;
  }
  return [...lines, line];
}

/** "T1 FS +C 3D": what a reader wants to know of a series at a glance. */
function sequenceOf(series: SeriesSummary): string {
  if (series.frames === 0) return '';
  const weighting = WEIGHTING_NAMES[series.weighting] ?? series.weighting;
  const fat = series.fatSuppressed === true && series.weighting !== 'STIR' ? ' FS' : '';
  const contrast = series.contrastEnhanced === true ? ' +C' : '';
  const volume = series.dimension === '3D' ? ' 3D' : '';
  return `${weighting}${fat}${contrast}${volume}`;
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
const mm = (value: number) => `${Math.round(value * 10) / 10}`;

/** "24 × 5", "24 × 5/6" where they are 5 mm thick and 6 mm apart. */
function slicesOf({ details, sliceThicknessMm, spacingMm, frames }: SeriesSummary): string {
  if (sliceThicknessMm === null || frames === 0) return '';
  const spaced = spacingMm !== null && Math.abs(spacingMm - sliceThicknessMm) >= 0.1 ? `/${mm(spacingMm)}` : '';
  return `${details === undefined ? frames : slicesIn(details)} × ${mm(sliceThicknessMm)}${spaced}`;
}

/** "36 images", "30 frames in 3": an image may hold several frames; documents have none. */
function sizeOf({ instances, frames }: SeriesSummary): string {
  if (frames === 0) return plural(instances, 'object');
  return frames === instances ? plural(instances, 'image') : `${frames} frames in ${instances}`;
}

/** What a series is for, where that is not reading it. */
function purposeOf(series: SeriesSummary): string[] {
  const { role, weighting, details } = series;
  const made =
    role === 'derived' ? `derived (${details?.output === 'derived' ? 'how is not said' : details?.output})` : '';
  const is =
    role === 'other' ? series.because.join(', ') : role === 'diagnostic' || weighting === role ? '' : made || role;
  return [is, isPriorImaging(series) ? `${series.modality || 'no modality given'}, kept as prior imaging` : ''];
}

/** Parts of a series that are written out by their names. */
const MOST_PARTS = 6;

/** What else a technologist would look up in the headers. */
function notesOf(series: SeriesSummary): string {
  const { bValues = [], details } = series;
  const parts = (details?.stacks ?? [])
    .map(({ label }) => label)
    .filter((label) => !/^(?:$|b |TE |time )[^,]*$/.test(label));
  const echoes = details?.echoTimes ?? [];
  const times = details?.timePoints ?? 1;
  return [
    ...purposeOf(series),
    bValues.length > 0 ? `b ${bValues.map(Math.round).join(', ')} s/mm²` : '',
    echoes.length > 1 ? `TE ${echoes.join(', ')} ms` : '',
    times > 1 && bValues.length === 0 ? `${times} times` : '',
    // Parts that differ in b-value, echo or time alone are told by these.
    parts.length > 1 ? `parts: ${parts.slice(0, MOST_PARTS).join('; ')}${parts.length > MOST_PARTS ? ' …' : ''}` : '',
    details?.contrastPhase ?? '',
    details !== undefined && (details.planeAngleDeg ?? 0) >= 5 && series.plane !== 'multiple'
      ? `tilted by ${Math.round(details.planeAngleDeg ?? 0)}°`
      : '',
  ]
    .filter((note) => note !== '')
    .join(' · ');
}

/** The width of everything in a row beside the description, with the spaces between. */
const BESIDE = 4 + 16 + 8 + 13 + 15 + 5 + 6 * 2;
const NOTE = ' '.repeat(6);

/** A line of a table of `width` columns: number, description, sequence, plane, slices, size, how sure. */
function row([number, description, sequence, plane, slices, size, sure]: readonly string[], width: number): string {
  return [
    cell(number ?? '', 4, 'right'),
    cell(description ?? '', Math.max(16, Math.min(48, width - BESIDE))),
    cell(sequence ?? '', 16),
    cell(plane ?? '', 8),
    cell(slices ?? '', 13),
    cell(size ?? '', 15),
    cell(sure ?? '', 5, 'right'),
  ]
    .join('  ')
    .trimEnd();
}

export const tableHead = (width: number): string =>
  row(['No', 'Description', 'Sequence', 'Plane', 'Slices × mm', 'Size', 'Sure'], width);

/** A series in its row; below it what is special, and after "!" and "?" what has to be looked at. */
export function seriesLines(series: SeriesSummary, width: number, say: Say): string[] {
  const isMrPicture = series.frames > 0 && series.modality === 'MR' && series.weighting !== 'other';
  const notes = plain(notesOf(series));
  const told = (sign: string, text: string) => wrapped(plain(text), width, `${NOTE}  `, `${NOTE}${sign} `);
  return [
    row(
      [
        `${series.number ?? ''}`,
        plain(series.description),
        sequenceOf(series),
        series.plane === 'unknown' ? '' : series.plane,
        slicesOf(series),
        sizeOf(series),
        // How sure the name of the sequence is; nothing was guessed of what has none.
        isMrPicture ? `${Math.round(series.confidence * 100)} %` : '',
      ],
      width,
    ),
    ...(notes === '' ? [] : wrapped(notes, width, NOTE)),
    ...series.gaps.flatMap((gap) => told('!', gap)),
    ...(series.details?.contradictions ?? []).flatMap((said) => told('!', said)),
    ...(series.quality ?? []).flatMap(({ kind, frames, of }) =>
      told('?', say('images.sign.of', { sign: say(`images.sign.${kind}`), frames: frames.length, of })),
    ),
  ];
}
