import { isPriorImaging } from '@overread/imaging';
import type { Inspection, Left, ListedOnDisc, SeriesSummary, StudySummary } from '@overread/imaging/model.ts';

const WEIGHTING_NAMES: Readonly<Record<string, string>> = { other: '–', unknown: '?', localizer: 'localizer' };

/** "T1 FS +C 3D": what a reader wants to know of a series at a glance. */
function techniqueOf(series: SeriesSummary): string {
  const weighting = WEIGHTING_NAMES[series.weighting] ?? series.weighting;
  const fat = series.fatSuppressed === true && series.weighting !== 'STIR' ? ' FS' : '';
  const contrast = series.contrastEnhanced === true ? ' +C' : '';
  const volume = series.dimension === '3D' ? ' 3D' : '';
  return `${weighting}${fat}${contrast}${volume}`;
}

// Control characters of a description would move the cursor of the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

const cut = (text: string, width: number) =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** What a series is for, where that is not reading it. */
function remarkOn(series: SeriesSummary): string {
  const prior = isPriorImaging(series) ? `${series.modality || 'no modality given'}, kept as prior imaging` : '';
  const role = series.role === 'diagnostic' ? '' : series.role === 'other' ? series.because.join(', ') : series.role;
  return [role, prior].filter((part) => part !== '').join('; ');
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** "36", "3 of 30 frames": images, and their frames where an image holds several; documents have none. */
function sizeOf({ instances, frames }: SeriesSummary): string {
  if (frames === 0) return plural(instances, 'object');
  return frames === instances ? plural(instances, 'image') : `${plural(instances, 'image')}, ${frames} frames`;
}

function seriesLines(series: SeriesSummary): string[] {
  const isMrPicture = series.frames > 0 && series.modality === 'MR' && series.weighting !== 'other';
  const head = [
    `${series.number ?? ''}`.padStart(6),
    cut(plain(series.description), 34),
    cut(series.frames > 0 ? techniqueOf(series) : '', 14),
    cut(series.plane === 'unknown' ? '' : series.plane, 9),
    sizeOf(series).padEnd(20),
    // How sure the name of the sequence is; nothing was guessed of what has none.
    (isMrPicture ? `${Math.round(series.confidence * 100)} %` : '').padStart(5),
    remarkOn(series),
  ];
  return [head.join('  ').trimEnd(), ...series.gaps.map((gap) => `          ! ${gap}`)];
}

function completenessLines({ completeness }: StudySummary): string[] {
  if (completeness.protocol === 'unknown') return [];
  if (completeness.missing.length === 0) return [`  All of the usual sequences are there (${completeness.protocol}).`];
  return [`  Not found of the usual sequences (${completeness.protocol}): ${completeness.missing.join(', ')}`];
}

/** "Yamada, Tarou = 山田, 太郎": a DICOM person name with all of its groups. */
const spoken = (name: string) =>
  name
    .split('=')
    .map((group) => {
      const [family = '', ...rest] = group.split('^').map((part) => part.trim());
      const given = rest.filter((part) => part !== '').join(' ');
      return [family, given].filter((part) => part !== '').join(', ');
    })
    .filter((group) => group !== '')
    .join(' = ');

function studyLines(study: StudySummary): string[] {
  const { patient } = study;
  const born = patient.birthDate === '' ? '' : `, born ${patient.birthDate}`;
  const where = [
    study.region === 'unknown' ? '' : study.region,
    study.side,
    study.institution,
    study.accessionNumber === '' ? '' : `accession number ${study.accessionNumber}`,
  ].filter(Boolean);
  return [
    '',
    plain(`${study.description || 'Study'}, ${study.date || 'date unknown'}`),
    plain(`  ${spoken(patient.name) || 'no name'}${born} (${patient.id || 'no patient number'})`),
    ...(where.length > 0 ? [plain(`  ${where.join(' · ')}`)] : []),
    ...study.series.flatMap(seriesLines),
    ...completenessLines(study),
  ];
}

/** More paths than this with one reason are counted, not listed. */
const LISTED = 5;

function leftLines(title: string, left: readonly Left[]): string[] {
  if (left.length === 0) return [];
  const lines = ['', `${title} (${left.length})`];
  for (const [reason, group] of Map.groupBy(left, (item) => item.reason)) {
    lines.push(`  ${plain(reason)}`);
    for (const { path } of group.slice(0, LISTED)) lines.push(`    ${plain(path)}`);
    if (group.length > LISTED) lines.push(`    and ${group.length - LISTED} more`);
  }
  return lines;
}

function listedLines({ path, images, missing }: ListedOnDisc): string[] {
  if (images === 0) return ['', `The disc has a list of its images (${plain(path)}), and it is empty.`];
  const lists = `The disc lists ${plural(images, 'image')} (${plain(path)})`;
  if (missing.length === 0) return ['', `${lists}; all of them are there.`];
  const more = missing.length > LISTED ? [`  and ${missing.length - LISTED} more`] : [];
  const verb = missing.length === 1 ? 'is' : 'are';
  const named = missing.slice(0, LISTED).map((one) => `  ${plain(one)}`);
  return ['', `${lists}, ${missing.length} ${verb} missing or unreadable:`, ...named, ...more];
}

/** What was found, for people. */
export function inspectionText({ studies, refused, ignored, listed }: Inspection): string {
  const nothing = studies.length === 0 ? ['', 'No images were found.'] : [];
  const lines = [
    ...nothing,
    ...studies.flatMap(studyLines),
    ...listed.flatMap(listedLines),
    ...leftLines('Refused', refused),
    ...leftLines('Left aside', ignored),
  ];
  return `${lines.join('\n').trimStart()}\n`;
}
