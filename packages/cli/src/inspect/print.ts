import type { Inspection, Left, ListedOnDisc, SeriesSummary, StudySummary } from '@overread/imaging';

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

function seriesLines(series: SeriesSummary): string[] {
  const images =
    series.frames === series.instances ? `${series.instances}` : `${series.instances} (${series.frames} frames)`;
  const sure = series.confidence === 0 ? '' : `${Math.round(series.confidence * 100)} %`;
  const head = [
    `${series.number ?? ''}`.padStart(6),
    cut(plain(series.description), 34),
    cut(techniqueOf(series), 14),
    cut(series.plane === 'unknown' ? '' : series.plane, 9),
    images.padStart(6),
    sure.padStart(5),
    series.role === 'diagnostic' ? '' : series.role,
  ];
  return [head.join('  ').trimEnd(), ...series.gaps.map((gap) => `          ! ${gap}`)];
}

function completenessLines({ completeness }: StudySummary): string[] {
  if (completeness.protocol === 'unknown') return [];
  if (completeness.missing.length === 0) return [`  All of the usual sequences are there (${completeness.protocol}).`];
  return [`  Not found of the usual sequences (${completeness.protocol}): ${completeness.missing.join(', ')}`];
}

function studyLines(study: StudySummary): string[] {
  const { patient } = study;
  const born = patient.birthDate === '' ? '' : `, born ${patient.birthDate}`;
  const where = [
    study.region === 'unknown' ? '' : study.region,
    study.side,
    study.institution,
    study.accessionNumber,
  ].filter(Boolean);
  return [
    '',
    plain(`${study.description || 'Study'}, ${study.date || 'date unknown'}`),
    plain(`  ${patient.name || 'no name'}${born} (${patient.id || 'no patient number'})`),
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
  const lists = `The disc lists ${images} ${images === 1 ? 'image' : 'images'} (${plain(path)})`;
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
