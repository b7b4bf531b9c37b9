import { describe, expect, it } from 'vitest';
import { headingOf, spoken } from './said.ts';

describe('a heading out of a sentence', () => {
  it.each([
    ['We are waiting for one thing: the report.', 'We are waiting for one thing: the report', ''],
    ['Your result is here. Open it.', 'Your result is here', 'Open it.'],
    ['Dr. Inger Solheim reads your images.', 'Dr. Inger Solheim reads your images', ''],
    ['We ask Dr. Élan. Écrivez.', 'We ask Dr. Élan', 'Écrivez.'],
    ['Version 1.5 is here', 'Version 1.5 is here', ''],
  ])('%s', (text, heading, rest) => {
    expect(headingOf(text)).toEqual({ heading, rest });
  });
});

it('puts faults into words, field by field', () => {
  const words = (id: string, values?: Readonly<Record<string, string | number>>) => `${id} ${JSON.stringify(values)}`;
  expect(spoken(words, { name: { say: 'a.b', with: { n: 1 } } })).toEqual({ name: 'a.b {"n":1}' });
});
