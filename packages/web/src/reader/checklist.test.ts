import { describe, expect, it } from 'vitest';
import {
  answerOfStep,
  checklistFor,
  checklistNamed,
  completeChecklist,
  isOpen,
  lineName,
  linesOf,
  sentencesOf,
  withAnswer,
} from './checklist.ts';
import { CHECKLISTS } from './checklists.data.ts';

const lumbar = checklistNamed('lumbar-spine');
const lineOf = (id: string) => {
  const found = linesOf(lumbar, []).find((line) => line.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
};
const canal = lineOf('lumbar-spine.l4-5.canal');
const fracture = lineOf('lumbar-spine.other.fracture');

describe('the checklist', () => {
  it('names every line once, in every list', () => {
    for (const list of CHECKLISTS) {
      const ids = linesOf(list, []).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(8);
    }
  });

  it('starts with every line not mentioned, never absent', () => {
    const lines = linesOf(lumbar, []);
    expect(lines.every(isOpen)).toBe(true);
    expect(completeChecklist(lines).every(({ answer }) => answer === 'not-mentioned')).toBe(true);
  });

  it('reads the first step of a scale as looked for and absent, the others as present', () => {
    expect(answerOfStep(canal.topic, 'none')).toEqual({ answer: 'absent', grade: 'none' });
    expect(answerOfStep(canal.topic, 'mild')).toEqual({ answer: 'present', grade: 'mild' });
    const disc = lineOf('lumbar-spine.l4-5.disc');
    expect(answerOfStep(disc.topic, 'I')).toEqual({ answer: 'present', grade: 'I' });
  });

  it('answers a line, answers it anew, and opens it again', () => {
    const once = withAnswer([], canal, { answer: 'present', grade: 'mild' });
    const twice = withAnswer(once, canal, { answer: 'not-assessable' });
    expect(twice).toEqual([{ id: canal.id, label: 'Canal narrowing L4/5', answer: 'not-assessable' }]);
    expect(linesOf(lumbar, twice).filter((line) => !isOpen(line))).toHaveLength(1);
    expect(withAnswer(twice, canal, { answer: 'not-mentioned' })).toEqual([]);
  });

  it('writes answers out, and leaves what is open unwritten', () => {
    let items = withAnswer([], canal, answerOfStep(canal.topic, 'mild'));
    items = withAnswer(items, fracture, { answer: 'absent' });
    expect(sentencesOf(linesOf(lumbar, items))).toBe('Canal narrowing L4/5: mild. No fracture.');
    expect(lineName(fracture)).toBe('Fracture');
  });

  it('picks the list by what was begun, then by region and question', () => {
    expect(checklistFor([{ id: 'knee.other.mass', label: '', answer: 'absent' }], 'brain', '')).toBe('knee');
    expect(checklistFor([], 'brain', 'Is it MS?')).toBe('brain-ms');
    expect(checklistFor([], 'brain', 'Is it a tumour?')).toBe('brain');
    expect(checklistFor([], 'shoulder', '')).toBe('generic');
    expect(checklistFor([], undefined, '')).toBe('generic');
  });
});
