import { describe, expect, it } from 'vitest';
import type { TextRun } from './text-layout.ts';
import { layLines, linesText } from './text-layout.ts';

/** A run as wide as ten-point type usually is. */
function run(text: string, x: number, y: number, size = 10): TextRun {
  return { text, x, y, width: text.length * size * 0.5, size };
}

function read(runs: readonly TextRun[]): string {
  return linesText(layLines(runs));
}

describe('reading order', () => {
  it('joins the runs of a line, with spaces where there is room for one', () => {
    expect(read([run('Grade', 50, 100), run('I', 80, 100), run('slip', 88, 100.4)])).toBe('Grade I slip');
  });

  it('puts together a word that was drawn in pieces', () => {
    expect(read([run('spon', 50, 100), run('dylo', 70, 100), run('listhesis', 90, 100)])).toBe('spondylolisthesis');
  });

  it('reads lines from top to bottom, whatever order they were drawn in', () => {
    expect(read([run('second', 50, 114), run('first', 50, 100)])).toBe('first\nsecond');
  });

  it('leaves a blank line between paragraphs', () => {
    const lines = [100, 114, 128, 156, 170].map((y, i) => run(`line ${i}`, 50, y));
    expect(read(lines)).toBe('line 0\nline 1\nline 2\n\nline 3\nline 4');
  });

  it('keeps raised figures in their line', () => {
    expect(read([run('12 cm', 50, 100), run('2', 75.2, 96, 6), run('area', 81, 100)])).toBe('12 cm2 area');
  });

  it('reads two columns of prose one after the other', () => {
    const left = [
      'Lumbar lordosis is preserved and',
      'the heights of the bodies are',
      'kept throughout, with no sign of',
      'fracture or of infection here.',
    ];
    const right = [
      'Severe stenosis at the level L4',
      'with crowding of the roots, and',
      'a broad protrusion of the disc',
      'of seven millimetres in depth.',
    ];
    const runs = left.flatMap((text, i) => [run(text, 50, 140 + 14 * i), run(right[i] as string, 300, 140 + 14 * i)]);
    const heading = run('MRI of the lumbar spine, without contrast agent, at one place and in one visit', 50, 100);
    const below = run('Signed by the radiologist of the day, who has looked at every one of the images', 50, 230);
    const text = read([...runs, heading, below]);
    expect(text.indexOf('fracture or of infection')).toBeLessThan(text.indexOf('Severe stenosis'));
    expect(text.startsWith('MRI of the lumbar')).toBe(true);
    expect(text.endsWith('every one of the images')).toBe(true);
  });

  it('reads columns whose lines do not stand at the same height', () => {
    const words = 'thirty letters of plain prose in it';
    const left = [0, 1, 2, 3, 4].map((i) => run(`L${i} ${words}`, 50, 100 + 14 * i));
    const right = [0, 1, 2, 3, 4].map((i) => run(`R${i} ${words}`, 320, 106 + 14 * i));
    const text = read([...left, ...right]);
    expect(text.match(/[LR]\d/g)?.join(' ')).toBe('L0 L1 L2 L3 L4 R0 R1 R2 R3 R4');
  });

  it('reads short lines under two columns after both of them', () => {
    const words = 'thirty letters of plain prose in it';
    const columns = [0, 1, 2, 3, 4].flatMap((i) => [
      run(`L${i} ${words}`, 50, 100 + 14 * i),
      run(`R${i} ${words}`, 320, 100 + 14 * i),
    ]);
    const below = [run('T1 stenosis', 50, 190), run('T2 slip', 50, 204)];
    expect(
      read([...columns, ...below])
        .match(/[LRT]\d/g)
        ?.join(' '),
    ).toBe('L0 L1 L2 L3 L4 R0 R1 R2 R3 R4 T1 T2');
  });

  it('reads a left column to its end when it is longer than the right one', () => {
    const words = 'thirty letters of plain prose in it';
    const left = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => run(`L${i} ${words}`, 50, 100 + 14 * i));
    const right = [0, 1, 2, 3].map((i) => run(`R${i} ${words}`, 320, 100 + 14 * i));
    const text = read([...left, ...right]);
    expect(text.match(/[LR]\d/g)?.join(' ')).toBe('L0 L1 L2 L3 L4 L5 L6 L7 L8 R0 R1 R2 R3');
  });

  it('reads a table of labels and values row by row', () => {
    const rows = [
      ['Patient', 'Almeida, Ruth'],
      ['Date of birth', '14 March 1961'],
      ['Referring doctor', 'Dr. Miguel Ferrand'],
      ['Examination', 'MRI lumbar spine'],
      ['Date', '21 April 2026'],
    ];
    const runs = rows.flatMap(([label, value], i) => [
      run(label as string, 50, 100 + 14 * i),
      run(value as string, 250, 100 + 14 * i),
    ]);
    expect(read(runs).split('\n')).toEqual(rows.map((row) => row.join('  ')));
  });

  it('reads nothing from an empty page', () => {
    expect(read([])).toBe('');
  });
});
