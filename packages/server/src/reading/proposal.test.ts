import { DEMO_CASES } from '@overread/demo';
import { describe, expect, it } from 'vitest';
import { proposalOf } from './proposal.ts';
import { readerReportFrom, readerReportText } from './report-text.ts';

const { report, second } = DEMO_CASES.ms;
const text = readerReportText(second);
const proposal = proposalOf(report.text, text);

describe('a proposed comparison', () => {
  it('has its spans where the texts say so, for pairs that there are', () => {
    const ids = new Set(proposal.pairs.map(({ id }) => id));
    expect(ids.size).toBe(proposal.pairs.length);
    for (const side of [proposal.original, proposal.second]) {
      for (const { pairId, start, end } of side.spans) {
        expect(ids.has(pairId)).toBe(true);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(side.text.length);
      }
    }
    expect(proposal.original.text).toBe(report.text);
    expect(proposal.second.text).toBe(text);
  });

  it('quotes whole sentences of both reports, and nothing where one is silent', () => {
    const squeezed = (words: string) => words.replace(/\s+/g, ' ');
    for (const pair of proposal.pairs) {
      if (pair.original !== null) expect(squeezed(report.text)).toContain(pair.original);
      if (pair.second !== null) expect(squeezed(text)).toContain(pair.second);
      expect(pair.original === null).toBe(pair.relation === 'only-second');
      expect(pair.second === null).toBe(pair.relation === 'only-original');
      expect(pair.place).toMatch(/^\p{Lu}|^L?\d/u);
      expect(pair.status).toBe('proposed');
    }
    const enhancement = proposal.pairs.find(({ original }) => original === 'No abnormal enhancement.');
    expect(enhancement).toMatchObject({ relation: 'differs', differsIn: ['presence'], grade: 'major' });
  });

  it('puts what the two impressions make of it on a line of its own', () => {
    const told = DEMO_CASES.ms.comparison.pairs.find(({ place }) => place === 'Diagnosis');
    const diagnosis = proposal.pairs.filter(({ place }) => place === 'Diagnosis');
    expect(
      diagnosis.map(({ original, second: words, differsIn, grade }) => [original, words, differsIn, grade]),
    ).toEqual([[told?.original, told?.second, told?.differsIn, told?.grade]]);
    expect(diagnosis[0]?.because).toContain(
      'first “small vessel disease, migraine or demyelination”, second “demyelination”',
    );
    const foci = proposal.pairs.find(({ original }) => original?.startsWith('There are several scattered foci'));
    expect(foci).toMatchObject({ differsIn: ['count'], second: 'White matter: Eight T2/FLAIR hyperintense lesions.' });
  });

  it('uses a normal place once, for its own finding', () => {
    const fossa = proposal.pairs.filter(({ original }) => original === 'The posterior fossa is unremarkable.');
    expect(fossa.map(({ second: words }) => words?.slice(0, 15))).toEqual(['Posterior fossa']);
  });

  it('calls a line that agrees or is a mere negative no difference', () => {
    for (const pair of proposal.pairs.filter(({ relation }) => relation === 'agrees')) expect(pair.grade).toBe('none');
    const negative = proposal.pairs.find(({ second: words }) => words === 'No mass.');
    expect(negative).toMatchObject({ relation: 'only-second', grade: 'none' });
  });

  it('is the same when it is asked for again, and keeps the ids of lines that did not change', () => {
    expect(proposalOf(report.text, text)).toEqual(proposal);
    const revised = proposalOf(report.text, text.replace('No mass. ', ''));
    const kept = revised.pairs.filter(({ id }) => proposal.pairs.some((pair) => pair.id === id));
    expect(kept.length).toBeGreaterThanOrEqual(proposal.pairs.length - 3);
  });
});

describe('a second report as text', () => {
  it('has each filled section under a heading of its own', () => {
    expect(text.split('\n').filter((line) => /^[A-Z]+:$/.test(line))).toEqual([
      'TECHNIQUE:',
      'COMPARISON:',
      'FINDINGS:',
      'IMPRESSION:',
      'RECOMMENDATIONS:',
    ]);
  });

  it('comes back into its sections', () => {
    const back = readerReportFrom(text);
    for (const section of ['technique', 'findings', 'impression', 'recommendations'] as const) {
      expect(back[section]).toBe(second[section].trim());
    }
  });

  it('is findings where nothing names a section', () => {
    expect(readerReportFrom('Normal brain.').findings).toBe('Normal brain.');
  });
});
