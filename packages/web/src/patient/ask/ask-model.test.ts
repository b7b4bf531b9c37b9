import { RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import { answersOf, checkAsk, EMPTY_ASK, marked, verdictOf, withGist } from './ask-model.ts';
import { sourcesFor } from './sources.data.ts';
import { askToken, startFrom } from './take-over.ts';

const ASKED = { ...EMPTY_ASK, about: 'images', readBy: 'no', reasons: ['treatment-proposed'] } as const;

describe('the guided start', () => {
  it('asks for one answer on each sheet', () => {
    expect(Object.keys(checkAsk(EMPTY_ASK))).toEqual(['about', 'readBy']);
    expect(checkAsk(ASKED)).toEqual({});
    expect(Object.keys(checkAsk({ ...ASKED, reasons: [] }))).toEqual(['reasons']);
    expect(checkAsk({ ...ASKED, about: 'copy', reasons: [] })).toEqual({});
    expect(Object.keys(checkAsk({ ...ASKED, sheet: 'signs' }))).toEqual(['yes']);
    expect(checkAsk({ ...ASKED, sheet: 'signs', none: true })).toEqual({});
  });

  it('says honestly when a second reading will not help', () => {
    expect(verdictOf(ASKED)).toEqual({ worth: 'usually', because: ['asking.treatment-proposed'] });
    expect(verdictOf({ ...ASKED, readBy: 'yes' }).worth).toBe('rather-not');
    expect(verdictOf({ ...ASKED, about: 'treatment' }).because).toEqual(['asking.not-about-images']);
    expect(verdictOf({ ...ASKED, reasons: [] }).worth).toBe('perhaps');
  });

  it('names sources for each reason, each once', () => {
    const ids = sourcesFor(['serious-diagnosis', 'treatment-proposed']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2);
  });

  it('fills in from a report, and counts its doubts as a reason', () => {
    const gist = {
      ...({ region: 'knee', side: 'left', facility: 'Bay Imaging', date: '2026-10-01', text: 'x' } as const),
      doubts: [
        { text: 'Indeterminate', start: 0, end: 13 },
        { text: 'indeterminate', start: 20, end: 33 },
      ],
    };
    expect(withGist(ASKED, gist)).toEqual({
      ...{ region: 'knee', side: 'left', facility: 'Bay Imaging', studyDate: '2026-10-01' },
      ...{ doubts: ['indeterminate'], reasons: ['treatment-proposed', 'ambiguous-report'] },
    });
    expect(withGist({ ...ASKED, region: 'hip', side: 'right' }, { ...gist, region: null })).toMatchObject({
      region: 'hip',
      side: 'right',
    });
  });

  it('marks the words where they stand', () => {
    expect(marked('It is indeterminate.', [{ start: 6, end: 19 }])).toEqual([
      { text: 'It is ', doubt: false },
      { text: 'indeterminate', doubt: true },
      { text: '.', doubt: false },
    ]);
  });

  it('goes on after signing in; signs that were denied are asked anew after a day', () => {
    const answers = answersOf({ ...ASKED, none: true }, '2026-11-26T10:00:00.000Z');
    expect(answers.signsDenied).toEqual(RED_FLAGS);
    expect(startFrom(answers, Date.parse('2026-11-26T12:00:00Z'))).toMatchObject({
      reasons: ['treatment-proposed'],
      none: true,
    });
    expect(startFrom(answers, Date.parse('2026-11-28T12:00:00Z')).none).toBe(false);
    expect(askToken(`?ask=${'a'.repeat(32)}`)).toBe('a'.repeat(32));
    expect(askToken('?ask=../x')).toBeNull();
  });
});
