import { sideConflicts } from '@overread/imaging';
import type { Inspection, Left, ListedOnDisc, SideSaid, StudySummary } from '@overread/imaging/model.ts';
import { createSay } from '@overread/words';
import { cell, plain, seriesLines, tableHead, wrapped } from './series-table.ts';

const say = createSay('en');

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What was expected, by which series it is met, and what it means that something is not there. */
function completenessLines({ completeness, series }: StudySummary, width: number): string[] {
  const { protocol, expected, limits, verdict } = completeness;
  if (verdict === 'unknown') return [];
  const numbers = new Map(series.map(({ seriesInstanceUid, number }) => [seriesInstanceUid, `${number ?? '–'}`]));
  const lines = expected.map(({ sequence, need, met, by }) => {
    const found = met ? `series ${by.map((uid) => numbers.get(uid) ?? uid).join(', ')}` : say('images.set.none');
    const sign = met ? '+' : need === 'required' ? '!' : '-';
    const wished = need === 'wished' && !met ? ` (${say('images.set.wished')})` : '';
    return `      ${sign} ${cell(sequence, 46)}  ${found}${wished}`;
  });
  const lacks = new Set(expected.filter(({ need, met }) => need === 'required' && !met).map(({ gives }) => gives));
  return [
    '',
    `  ${say(`images.set.${verdict}`, { protocol })}`,
    ...lines,
    ...limits.flatMap(({ kind, sequence, told }) =>
      wrapped(say(`images.set.limit.${kind}`, { sequence, told }), width, '        ', '      ! '),
    ),
    ...[...lacks].flatMap((lack) => wrapped(say(`images.lack.${lack}`), width, '        ')),
  ];
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

const sideSaid = ({ source, side, text }: SideSaid, region: string) =>
  say(`images.side.said.${source.replaceAll(' ', '-')}`, {
    side: say(`images.side.${side}`, { region: say(`images.side.part.${region}`) }),
    text,
  });

/** Where the images themselves name two sides of the body. */
const sideLines = ({ sides, region }: StudySummary, width: number) =>
  sideConflicts(sides).flatMap(([one, other]) => {
    const both = { one: sideSaid(one, region), other: sideSaid(other, region) };
    return wrapped(plain(`${say('images.side.title')} ${say('images.side.conflict', both)}`), width, '    ', '  ! ');
  });

function studyLines(study: StudySummary, width: number): string[] {
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
    ...sideLines(study, width),
    tableHead(width),
    ...study.series.flatMap((series) => seriesLines(series, width, say)),
    ...completenessLines(study, width),
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

/** Paths below what was asked for, without it: it stands in the command. */
function below<T extends { readonly path: string }>(items: readonly T[], asked: string | undefined): readonly T[] {
  if (asked === undefined) return items;
  return items.map((item) =>
    item.path.startsWith(`${asked}/`) ? { ...item, path: item.path.slice(asked.length + 1) } : item,
  );
}

/** A table needs so many columns, whatever the terminal has; what is no terminal gets as many as most have. */
const NARROWEST = 92;
const USUAL = 100;

/**
 * What was found, for people.
 * @param asked what was looked at, where it is one thing: paths are told below it
 */
export function inspectionText(
  { studies, ...found }: Inspection,
  asked?: string,
  width: number = Math.max(NARROWEST, process.stdout.columns ?? USUAL),
): string {
  const [refused, ignored, listed] = [
    below(found.refused, asked),
    below(found.ignored, asked),
    below(found.listed, asked),
  ];
  const nothing = studies.length === 0 ? ['', 'No images were found.'] : [];
  const lines = [
    ...nothing,
    ...studies.flatMap((study) => studyLines(study, width)),
    ...listed.flatMap(listedLines),
    ...leftLines('Refused', refused),
    ...leftLines('Left aside', ignored),
  ];
  return `${lines.join('\n').trimStart()}\n`;
}
