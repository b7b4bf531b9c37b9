import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair, Relation } from '../model.ts';
import { assign } from './assign.ts';
import { compareGraded, compareReports } from './compare-reports.ts';

const report = (...sentences: string[]): string => `FINDINGS:\n${sentences.join(' ')}\n`;

const sentences = [
  'Right paracentral disc extrusion at L4-5 measuring 8 mm.',
  'Mild canal stenosis at L3-4.',
  'No fracture.',
  'Complete tear of the ACL.',
  'The lateral meniscus is intact.',
  'Small joint effusion.',
  'Possible tear of the medial meniscus.',
  '14 mm lesion in the left peripheral zone, PI-RADS 4.',
  'No restricted diffusion.',
  'Scattered white matter hyperintensities, Fazekas 2.',
  'The posterior fossa is unremarkable.',
  'Hemangioma in segment 7, 24 mm.',
  'Gallstones without cholecystitis.',
  'Moderate right and mild left foraminal stenosis at L5-S1.',
  'It enhances homogeneously.',
  'Spleen 13 cm.',
];
const anyReport = fc
  .subarray(sentences, { minLength: 1 })
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
  .map((some) => report(...some));

const swapped: Readonly<Record<Relation, Relation>> = {
  agrees: 'agrees',
  differs: 'differs',
  'only-original': 'only-second',
  'only-second': 'only-original',
};
const keys = (pairs: readonly Pair[], flip: boolean): string[] =>
  pairs
    .map((p) =>
      (flip
        ? [p.second, p.original, swapped[p.relation], p.differsIn]
        : [p.original, p.second, p.relation, p.differsIn]
      ).join('|'),
    )
    .toSorted();

describe('properties', () => {
  it('reads any text without throwing, and every finding stands where it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), anyReport),
        fc.string({ maxLength: 200 }),
        (a, b) => {
          const { original, second } = compareReports(a, b);
          for (const one of original.findings) expect(a.slice(one.start, one.end)).toBe(one.text);
          for (const one of second.findings) expect(b.slice(one.start, one.end)).toBe(one.text);
        },
      ),
      { numRuns: 300, seed: 8042 },
    );
  });

  it('finds nothing to differ between a report and itself', () => {
    fc.assert(
      fc.property(anyReport, (text) => {
        const { pairs, agreement } = compareReports(text, text);
        expect(pairs.filter((pair) => pair.relation !== 'agrees')).toEqual([]);
        expect(agreement).toBe('concordant');
      }),
      { numRuns: 100, seed: 8042 },
    );
  });

  it('says the same of two reports in either order', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        const [forth, back] = [compareReports(a, b), compareReports(b, a)];
        expect(keys(back.pairs, true)).toEqual(keys(forth.pairs, false));
        expect(back.agreement).toBe(forth.agreement);
      }),
      { numRuns: 150, seed: 8042 },
    );
  });

  it('assigns optimally', () => {
    const best = (gains: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number => {
      if (row === gains.length) return 0;
      let value = best(gains, row + 1, used);
      for (const [column, gain] of (gains[row] ?? []).entries())
        if (!used.has(column) && gain > 0)
          value = Math.max(value, gain + best(gains, row + 1, new Set([...used, column])));
      return value;
    };
    const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(matrix, (gains) => {
        const chosen = assign(gains);
        const sum = chosen.reduce((n, column, row) => n + (column < 0 ? 0 : (gains[row]?.[column] ?? 0)), 0);
        expect(sum).toBe(best(gains, 0, new Set()));
        const columns = chosen.filter((column) => column >= 0);
        expect(new Set(columns).size).toBe(columns.length);
      }),
      { seed: 8042 },
    );
  });
});

const one = (a: string, b: string): string => {
  const { pairs } = compareReports(report(a), report(b));
  return pairs.map((pair) => [pair.relation, ...pair.differsIn].join(' ')).join('; ');
};

const pairsOf = (first: string, second: string) => {
  const { original, second: other, pairs } = compareGraded(first, second);
  const text = (found: typeof original, id: string | null) => found.findings.find((one) => one.id === id)?.text ?? '';
  return pairs.map((pair) => ({ ...pair, first: text(original, pair.original), other: text(other, pair.second) }));
};

describe('reasons', () => {
  it('give both words where they differ, in typographic marks, and never the same word twice', () => {
    const sure = 'FINDINGS: Eight white matter lesions, typical for demyelination.';
    const unsure = 'FINDINGS: White matter lesions, which may reflect small vessel disease. Demyelination is possible.';
    const [pair] = pairsOf(unsure, sure);
    expect(pair?.because).toContain('diagnosis: first “small vessel disease');
    expect(pair?.because).not.toContain('"');
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        for (const { because } of compareReports(a, b).pairs) {
          for (const [, one, two] of because.matchAll(/first “([^”]*)”, second “([^”]*)”/g)) expect(one).not.toBe(two);
          expect(because).not.toMatch(/"|“”/);
        }
      }),
      { numRuns: 60, seed: 8042 },
    );
  });
});

describe('normal places', () => {
  const first = 'FINDINGS: The posterior fossa is unremarkable.\nIMPRESSION: No acute infarct.';
  const second = `FINDINGS: One lesion of 9 mm in the left middle cerebellar peduncle. No haemorrhage. No acute infarct.
IMPRESSION: White matter lesions in periventricular and infratentorial sites, typical for multiple sclerosis in the right clinical setting.`;

  it('are answered by the finding in them, and not again by the impression or by a denial elsewhere', () => {
    const about = pairsOf(first, second).filter((pair) => pair.first.includes('posterior fossa'));
    expect(about.map((pair) => [pair.relation, pair.differsIn, pair.other])).toEqual([
      ['differs', ['presence'], 'One lesion of 9 mm in the left middle cerebellar peduncle.'],
    ]);
    const infarct = pairsOf(first, second).filter((pair) => pair.first.includes('infarct'));
    expect(infarct.map((pair) => [pair.relation, pair.other])).toEqual([['agrees', 'No acute infarct.']]);
  });

  it('take no side from "the right clinical setting"', () => {
    const { second: report } = compareGraded(first, second);
    expect(report.findings.filter(({ side }) => side === 'right')).toEqual([]);
  });
});

describe('grades', () => {
  const grade = (a: string, b: string) => pairsOf(report(a), report(b)).map((pair) => pair.grade);
  it('an enhancing lesion where the other report says none is major, a trace of uptake is not', () => {
    expect(grade('No abnormal enhancement.', 'Abnormal ring enhancement of the right parietal lesion.')).toContain(
      'major',
    );
    expect(grade('Ring enhancement of the lesion.', 'No enhancement.')).toContain('major');
    expect(grade('No abnormal enhancement.', 'Minimal enhancement.')).not.toContain('major');
  });
});

describe('rules', () => {
  it('a detail that one report gives alone is no difference', () => {
    expect(one('Tear of the supraspinatus.', 'Severe tear of the left supraspinatus, 12 mm.')).toBe('agrees');
  });

  it('severity: words on one step agree, two steps differ', () => {
    expect(one('Mild canal stenosis at L4-5.', 'Slight narrowing of the spinal canal L4/5.')).toBe('agrees');
    expect(one('Mild canal stenosis at L4-5.', 'Marked canal stenosis at L4-5.')).toBe('differs severity');
    expect(one('Partial tear of the ACL.', 'Complete rupture of the ACL.')).toBe('differs severity');
  });

  it('size: 2 mm or 10 percent', () => {
    expect(one('Meningioma of 18 mm.', 'Meningioma of 2.0 cm.')).toBe('agrees');
    expect(one('Meningioma of 18 mm.', 'Meningioma of 27 mm.')).toBe('differs size');
  });

  it('the same lesion at another level or side differs, another structure is another finding', () => {
    expect(one('Disc extrusion L4-5, 8 mm.', 'Disc extrusion L5-S1, 8 mm.')).toBe('differs level');
    expect(one('Left vestibular schwannoma.', 'Right vestibular schwannoma.')).toBe('differs side');
    expect(one('Tear of the medial meniscus.', 'Tear of the lateral meniscus.')).toBe('only-original; only-second');
  });

  it('a detail is compared only within the same score', () => {
    expect(one('Lesion in the left apex, PI-RADS 3.', 'Lesion in the left apex, PI-RADS 4.')).toBe('differs severity');
    expect(one('Modic type 1 changes at L4-5.', 'Modic II changes at L4-5.')).toBe('differs severity');
  });

  it('certainty: consistent with is present, possible is not', () => {
    expect(one('Tear of the medial meniscus.', 'Possible tear of the medial meniscus.')).toBe('differs certainty');
    expect(one('Probable tear of the medial meniscus.', 'Tear of the medial meniscus is favoured.')).toBe('agrees');
  });

  it('not mentioned is not absent; denied is', () => {
    expect(one('Complete tear of the ACL.', 'Small joint effusion.')).toBe('only-original; only-second');
    expect(one('Complete tear of the ACL.', 'The ACL is intact.')).toBe('differs presence');
    expect(one('Lesion of the left cerebellar peduncle.', 'The posterior fossa is unremarkable.')).toBe(
      'differs presence',
    );
  });

  it('a narrow denial does not deny the wider finding', () => {
    expect(one('Partial tear of the supraspinatus.', 'No full thickness tear of the supraspinatus.')).not.toContain(
      'presence',
    );
    expect(one('Fracture of the scaphoid.', 'No stress fracture.')).not.toContain('presence');
  });

  it('another reading of one abnormality differs in diagnosis', () => {
    expect(
      one('Lesion in segment 5, typical of a hemangioma.', 'Lesion in segment 5, consistent with metastasis.'),
    ).toBe('differs diagnosis');
    expect(one('Mass, consistent with FNH.', 'Mass; hepatic adenoma is favoured over FNH.')).toBe('differs diagnosis');
  });

  it('the impression repeats, it does not add', () => {
    const text = 'FINDINGS: Complete tear of the ACL. Small effusion.\nIMPRESSION: ACL rupture.';
    expect(compareReports(text, report('Torn ACL. Little joint effusion.')).pairs.map((pair) => pair.relation)).toEqual(
      ['agrees', 'agrees'],
    );
  });
});

const demoOriginal = `TECHNIQUE: Multiplanar MRI of the brain before and after intravenous gadolinium. COMPARISON: None.
FINDINGS: There are several scattered foci of T2/FLAIR hyperintensity in the supratentorial white matter, nonspecific. The largest measures 1.3 cm in the left parietal region. No restricted diffusion. Ventricles and sulci are normal for age. The posterior fossa is unremarkable. No abnormal enhancement. Flow voids are preserved. Paranasal sinuses are clear.
IMPRESSION: 1. Scattered nonspecific white matter changes, which may reflect early chronic small vessel ischemic disease or migraine. Demyelination cannot be excluded. Clinical correlation is recommended. 2. No acute infarct.`;

const demoSeconds = [
  `FINDINGS: Eight T2/FLAIR hyperintense white matter lesions: five periventricular, ovoid and perpendicular to the lateral ventricles, the largest 15 mm in the left parietal white matter; one juxtacortical in the left parietal lobe; one in the left middle cerebellar peduncle, 9 mm; one in the left frontal deep white matter. One periventricular lesion in the right parietal lobe enhances after contrast. No restricted diffusion. Ventricles are of normal size.
IMPRESSION: Demyelinating lesions, disseminated in space and in time, typical of multiple sclerosis. No acute infarct.`,
  `FINDINGS: There are eight lesions of high T2/FLAIR signal in the white matter. The largest measures 14 mm, left parietal periventricular. One lesion lies in the left cerebellar white matter. After contrast the right parietal periventricular lesion shows ring enhancement. No diffusion restriction. Normal ventricles.
IMPRESSION: Findings typical of demyelination. No acute infarct.`,
  `FINDINGS:
White matter: Eight T2/FLAIR hyperintense lesions.
Five are periventricular, ovoid and perpendicular to the lateral ventricles. The largest lies in the left parietal white matter beside the atrium and measures 15 x 7 mm. Others lie in the right parietal white matter (13 x 7 mm), along the bodies of both lateral ventricles and at the right frontal horn.
One juxtacortical lesion of 8 mm lies in the left parietal lobe.
One lesion of 7 mm lies in the left frontal deep white matter.
Posterior fossa: One T2/FLAIR hyperintense lesion of 9 mm in the left middle cerebellar peduncle and adjacent cerebellar white matter.
Enhancement: Abnormal ring enhancement of the right parietal periventricular lesion after contrast.
Diffusion: No restricted diffusion. No acute infarct.
Ventricles and sulci are normal in size. The midline is straight. No mass. No haemorrhage.

IMPRESSION:
1. Eight white matter lesions in periventricular, juxtacortical and infratentorial sites, typical for demyelination (multiple sclerosis in the right clinical setting).
2. One enhancing lesion beside non-enhancing ones: dissemination in space and in time on this examination.
3. No acute infarct.`,
];

describe('the demo story', () => {
  it.each(demoSeconds)('comes out as it should (%#)', (second) => {
    const comparison = compareReports(demoOriginal, second);
    const said = comparison.pairs.map((pair) => ({
      original: comparison.original.findings.find((one) => one.id === pair.original),
      second: comparison.second.findings.find((one) => one.id === pair.second),
      pair,
    }));
    expect(comparison.agreement).toBe('major');
    const enhancement = said.find(({ original }) => original?.text.startsWith('No abnormal enhancement'));
    expect(enhancement?.pair.differsIn).toEqual(['presence']);
    const fossa = said.filter(({ original }) => original?.text.startsWith('The posterior fossa'));
    expect(
      fossa.some(
        ({ pair, second: other }) => pair.differsIn.includes('presence') && other?.text.includes('cerebellar'),
      ),
    ).toBe(true);
    const lesions = said.find(({ original }) => original?.text.startsWith('There are several scattered foci'));
    expect(lesions?.pair.differsIn).toContain('count');
    expect(lesions?.pair.differsIn).toContain('diagnosis');
    expect(lesions?.pair.differsIn).not.toContain('size');
    const infarct = said.find(({ original }) => original?.text.startsWith('No restricted diffusion'));
    expect(infarct?.pair.relation).toBe('agrees');
  });

  it('a normal study read twice is concordant', () => {
    const first =
      'FINDINGS: The brain is normal. No restricted diffusion. No enhancement. Ventricles are normal.\nIMPRESSION: Normal MRI of the brain.';
    const second =
      'FINDINGS: No white matter lesion. No infarct. No abnormal enhancement. Ventricles of normal size.\nIMPRESSION: Normal examination.';
    expect(compareReports(first, second).agreement).toBe('concordant');
  });
});
