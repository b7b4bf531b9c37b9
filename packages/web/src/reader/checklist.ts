import type { ChecklistAnswer, ChecklistItem } from '@overread/rules/case/report.ts';
import type { Region } from '@overread/rules/case/vocabulary.ts';
import {
  CHECKLIST_OF_REGION,
  CHECKLISTS,
  type Checklist,
  type ChecklistGroup,
  type ChecklistName,
  type ChecklistTopic,
} from './checklists.data.ts';

/** One line of a checklist as the report column shows it: topic, its id in the report, and what was answered. */
export interface ChecklistLine {
  readonly id: string;
  readonly group: ChecklistGroup;
  readonly topic: ChecklistTopic;
  readonly answer: ChecklistAnswer;
  readonly grade: string | undefined;
}

export function checklistNamed(name: ChecklistName): Checklist {
  return CHECKLISTS.find((list) => list.name === name) ?? (CHECKLISTS.at(-1) as Checklist);
}

/** The checklist that the report was begun with, else the one of the region; MS has one of its own. */
export function checklistFor(
  items: readonly ChecklistItem[],
  region: Region | undefined,
  question: string,
): ChecklistName {
  const begun = CHECKLISTS.find(({ name }) => items.some(({ id }) => id.startsWith(`${name}.`)));
  if (begun !== undefined) return begun.name;
  if (region === 'brain' && /\bMS\b|multiple sclerosis|demyelinat/i.test(question)) return 'brain-ms';
  return (region === undefined ? undefined : CHECKLIST_OF_REGION[region]) ?? 'generic';
}

export function linesOf(list: Checklist, items: readonly ChecklistItem[]): readonly ChecklistLine[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return list.groups.flatMap((group) =>
    group.topics.map((topic) => {
      const id = `${list.name}.${group.id}.${topic.id}`;
      const item = byId.get(id);
      return { id, group, topic, answer: item?.answer ?? 'not-mentioned', grade: item?.grade };
    }),
  );
}

export const isOpen = (line: ChecklistLine): boolean => line.answer === 'not-mentioned';

/** "Facet joints L4/5": what a line is called outside of its tab. */
export function lineName({ topic, group }: ChecklistLine): string {
  return /[0-9]/.test(group.label) ? `${topic.label} ${group.label}` : topic.label;
}

/** What choosing a step of a topic says: the first step of a scale that begins with nothing is "looked for, absent". */
export function answerOfStep(topic: ChecklistTopic, step: string): Pick<ChecklistItem, 'answer' | 'grade'> {
  const none = topic.fromNone === true && topic.steps?.[0] === step;
  return { answer: none ? 'absent' : 'present', grade: step };
}

/** The report's checklist with one line answered anew; `not-mentioned` takes the line out of the answers. */
export function withAnswer(
  items: readonly ChecklistItem[],
  line: ChecklistLine,
  next: Pick<ChecklistItem, 'answer' | 'grade'>,
): readonly ChecklistItem[] {
  const item: ChecklistItem = {
    id: line.id,
    label: lineName(line),
    answer: next.answer,
    ...(next.grade === undefined ? {} : { grade: next.grade }),
  };
  const others = items.filter(({ id }) => id !== line.id);
  return next.answer === 'not-mentioned' ? others : [...others, item];
}

/** The whole checklist as it is locked: every line is there, and what was left open is marked "not mentioned". */
export function completeChecklist(lines: readonly ChecklistLine[]): readonly ChecklistItem[] {
  return lines.map((line) => ({
    id: line.id,
    label: lineName(line),
    answer: line.answer,
    ...(line.grade === undefined ? {} : { grade: line.grade }),
  }));
}

/** What an answered line says in a report: "Canal narrowing L4/5: mild.", "No fracture.", "Conus: not assessable." */
export function sentenceOf(line: ChecklistLine): string {
  const name = lineName(line);
  if (line.answer === 'not-mentioned') return '';
  if (line.answer === 'not-assessable') return `${name}: not assessable.`;
  if (line.grade !== undefined) return `${name}: ${line.grade}.`;
  if (line.answer === 'absent') return `No ${name.charAt(0).toLowerCase()}${name.slice(1)}.`;
  return `${name}: present.`;
}

/** The answered lines of one group as sentences, for the findings. */
export function sentencesOf(lines: readonly ChecklistLine[]): string {
  return lines
    .map(sentenceOf)
    .filter((sentence) => sentence !== '')
    .join(' ');
}
