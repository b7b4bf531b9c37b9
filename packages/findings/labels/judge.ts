/** Judges the findings that the program reads in a report against those that a person labelled. */
import { isFeature, isLoose, kindsOf, placesOf } from '../src/lexicon/lexicon.ts';
import type { Finding, Presence } from '../src/model.ts';

/** One finding as a person reads it; several words stand for answers that are as good. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly presence: Presence;
  /** Codes of the lexicon; `normal`: a structure is called normal, and what exactly that denies is left open. */
  readonly observation: readonly string[];
  readonly anatomy?: readonly string[];
  readonly side?: Finding['side'];
  readonly level?: readonly string[];
  readonly sizeMm?: readonly number[];
  /** Gives a name to what the label before describes ("consistent with …"): read together or apart, it is one finding. */
  readonly names?: boolean;
}

type Full = Required<Label>;
const full = (label: Label): Full => ({ anatomy: [], side: '', level: [], sizeMm: [], names: false, ...label });

export interface LabelledReport {
  readonly file: string;
  readonly id: string;
  readonly sha256: string;
  /** The side of the whole examination: a finding may carry it or not. */
  readonly side: Finding['side'];
  readonly labels: readonly Label[];
  /** What only describes a finding: it may be read as a finding or not. */
  readonly details: readonly (readonly [start: number, end: number])[];
}

export const fields = ['observation', 'anatomy', 'side', 'level', 'size', 'presence'] as const;
export type Field = (typeof fields)[number];

export interface Tally {
  /** What the program says, what the labels say, and what both say. */
  said: number;
  labelled: number;
  right: number;
}

export interface Judgement {
  readonly tally: Readonly<Record<Field, Tally>>;
  readonly misses: readonly string[];
}

const codeOf = (label: string): string => label.replaceAll(' ', '-');
const placesIn = (finding: Finding): string[] => finding.anatomy.split(', ').filter(Boolean).map(codeOf);
const levelsIn = (finding: Finding): string[] => finding.level.split(', ').filter(Boolean);

type Span = { readonly start: number; readonly end: number };
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const meets = (a: Span, b: Span): boolean => shared(a, b) >= 0.3 * Math.min(a.end - a.start, b.end - b.start);

/** The same concept, or one is a kind of the other. */
const kin = (a: string, b: string): boolean => a === b || kindsOf(a).has(b) || kindsOf(b).has(a);

function observationRight(label: Full, finding: Finding): boolean {
  if (label.observation.includes('normal') && finding.presence === 'absent') return true;
  return label.observation.some((code) => kin(code, codeOf(finding.observation)));
}

/** The structure itself, a part of it, or what it is a part of; a whole region only where the label names no more. */
function anatomyRight(label: Full, finding: Finding): boolean {
  const near = (want: string, said: string): boolean =>
    want === said || placesOf(said).has(want) || (placesOf(want).has(said) && (!isLoose(said) || isLoose(want)));
  return label.anatomy.some((want) => placesIn(finding).some((said) => near(want, said)));
}

const sameSet = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const worth = (label: Full, finding: Finding): number =>
  (observationRight(label, finding) ? 4 : 0) +
  (label.presence === finding.presence ? 2 : 0) +
  (anatomyRight(label, finding) ? 2 : 0) +
  (label.side === finding.side ? 0.5 : 0) +
  (sameSet(label.level, levelsIn(finding)) ? 0.5 : 0) +
  shared(label, finding) / (Math.max(label.end, finding.end) - Math.min(label.start, finding.start));

/** Pairs labels and findings that share their words, the best pairs first, each once. */
function match(labels: readonly Full[], findings: readonly Finding[]): Map<Full, Finding> {
  const candidates = labels.flatMap((label) =>
    findings.filter((finding) => meets(label, finding)).map((finding) => ({ label, finding })),
  );
  candidates.sort((a, b) => worth(b.label, b.finding) - worth(a.label, a.finding));
  const matched = new Map<Full, Finding>();
  const taken = new Set<Finding>();
  for (const { label, finding } of candidates)
    if (!matched.has(label) && !taken.has(finding)) {
      matched.set(label, finding);
      taken.add(finding);
    }
  return matched;
}

const emptyTally = (): Record<Field, Tally> =>
  Object.fromEntries(fields.map((field) => [field, { said: 0, labelled: 0, right: 0 }])) as Record<Field, Tally>;

function count(tally: Tally, said: boolean, labelled: boolean, right: boolean): boolean {
  if (said) tally.said += 1;
  if (labelled) tally.labelled += 1;
  if (right) tally.right += 1;
  return right || !(said || labelled);
}

/** A finding, and others that say the same for further levels or structures of the label. */
type Parts = readonly [Finding, ...Finding[]];

/** The fields of a finding that was found; a field that neither gives is not counted. */
function judgeFields(
  tally: Record<Field, Tally>,
  report: LabelledReport,
  label: Full,
  [finding, ...parts]: Parts,
): Field[] {
  const wrong: Field[] = [];
  const check = (field: Field, said: boolean, labelled: boolean, right: boolean): void => {
    if (!count(tally[field], said, labelled, right)) wrong.push(field);
  };
  if (label.anatomy.length > 0) check('anatomy', finding.anatomy !== '', true, anatomyRight(label, finding));
  const ofWhole = label.side === '' && finding.side === report.side;
  if (!ofWhole) check('side', finding.side !== '', label.side !== '', label.side !== '' && label.side === finding.side);
  const levels = [...new Set([finding, ...parts].flatMap(levelsIn))];
  check('level', levels.length > 0, label.level.length > 0, levels.length > 0 && sameSet(label.level, levels));
  const { sizeMm } = finding;
  check('size', sizeMm.length > 0, label.sizeMm.length > 0, sizeMm.length > 0 && sameSet(label.sizeMm, sizeMm));
  check('presence', true, true, label.presence === finding.presence);
  return wrong;
}

/** Signal, enhancement, margins … of something labelled: a description, neither right nor wrong. */
const describes = (finding: Finding, report: LabelledReport): boolean =>
  report.details.some(([start, end]) => shared(finding, { start, end }) >= 0.5 * (finding.end - finding.start)) ||
  (isFeature(codeOf(finding.observation)) && report.labels.some((label) => meets(label, finding)));

const show = (finding: Finding): string =>
  `${finding.observation} @ ${finding.anatomy} ${finding.side} ${finding.level} ${finding.sizeMm.join('x')} ${finding.presence} "${finding.text}"`;
const showLabel = (text: string, label: Full): string =>
  `${label.observation.join('/')} @ ${label.anatomy.join('/')} ${label.side} ${label.level.join(',')} ${label.sizeMm.join('x')} ${label.presence} "${text.slice(label.start, label.end)}"`;

/** Labels in groups: a finding with the names given to it. */
function itemsOf(labels: readonly Full[]): Full[][] {
  const items: Full[][] = [];
  for (const label of labels) {
    const last = items.at(-1);
    if (label.names && last) last.push(label);
    else items.push([label]);
  }
  return items;
}

export function judge(report: LabelledReport, text: string, findings: readonly Finding[]): Judgement {
  const tally = emptyTally();
  const misses: string[] = [];
  const labels = report.labels.map(full);
  const matched = match(labels, findings);
  const right = new Set<Finding>();
  const partsOf = (label: Full, main: Finding): Parts => {
    const others = findings.filter(
      (finding) =>
        ![...matched.values()].includes(finding) &&
        meets(label, finding) &&
        finding.presence === main.presence &&
        observationRight(label, finding),
    );
    return [main, ...others];
  };
  for (const item of itemsOf(labels)) {
    const found = item.filter((label) => {
      const finding = matched.get(label);
      return finding !== undefined && observationRight(label, finding);
    });
    tally.observation.labelled += 1;
    if (found.length > 0) tally.observation.right += 1;
    else misses.push(`${report.id} missed ${showLabel(text, item[0] as Full)}`);
    for (const label of found) {
      const parts = partsOf(label, matched.get(label) as Finding);
      for (const part of parts) right.add(part);
      const wrong = judgeFields(tally, report, label, parts);
      if (wrong.length > 0)
        misses.push(
          `${report.id} ${wrong.join(', ')}: ${showLabel(text, label)}\n      -> ${parts.map(show).join('; ')}`,
        );
    }
    tally.observation.said += Math.min(1, found.length);
  }
  const item = (finding: Finding): boolean =>
    labels.some((label) => label.names && meets(label, finding) && observationRight(label, finding));
  for (const finding of findings)
    if (!right.has(finding) && !describes(finding, report) && !item(finding)) {
      tally.observation.said += 1;
      misses.push(`${report.id} not labelled ${show(finding)}`);
    }
  return { tally, misses };
}

export function sumOf(tallies: readonly Readonly<Record<Field, Tally>>[]): Record<Field, Tally> {
  const sum = emptyTally();
  for (const tally of tallies)
    for (const field of fields)
      for (const key of ['said', 'labelled', 'right'] as const) sum[field][key] += tally[field][key];
  return sum;
}

export const precision = ({ said, right }: Tally): number => (said === 0 ? 1 : right / said);
export const recall = ({ labelled, right }: Tally): number => (labelled === 0 ? 1 : right / labelled);
