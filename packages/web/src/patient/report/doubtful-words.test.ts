import { expect, it } from 'vitest';
import { doubtfulIn, piecesOf } from './doubtful-words.ts';

const DOUBTFUL = new Set(['extrusicn', 'L4-LS']);

it('marks words that are still in doubt, and makes up the text', () => {
  const text = 'Disc extrusicn\n at  L4-LS, and L4-LS';
  const pieces = piecesOf(text, DOUBTFUL);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ doubtful }) => doubtful).map((piece) => piece.text)).toEqual(['extrusicn', 'L4-LS']);
});

it('lets go of what was corrected', () => {
  expect(doubtfulIn('Disc extrusion at L4-LS', DOUBTFUL)).toEqual(['L4-LS']);
  expect(doubtfulIn('', DOUBTFUL)).toEqual([]);
});
