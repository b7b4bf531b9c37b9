import type { CaseState } from '@overread/rules/case/state.ts';
import { describe, expect, it } from 'vitest';
import { HAS_POPPLER, poppler } from '../../../../testing/documents/pdf-tools.ts';
import { OPINION, ORIGINAL_TEXT, SETTING, samplePair } from '../../../../testing/documents/sample-opinion.ts';
import { tinyPng } from '../../../../testing/documents/tiny-png.ts';
import { readPdfText } from '../pdf/read-pdf.ts';
import type { SecondOpinion } from './opinion-input.ts';
import { secondOpinionOf } from './opinion-input.ts';
import { secondOpinionPdf } from './second-opinion.ts';

/** The document's text on one line, so that line ends do not matter. */
async function words(over: Partial<SecondOpinion> = {}): Promise<string> {
  const { text } = await readPdfText(await secondOpinionPdf(SETTING, { ...OPINION, ...over }));
  return text.replace(/\s+/g, ' ');
}

function order(text: string, ...parts: readonly string[]): number[] {
  return parts.map((part) => text.indexOf(part));
}

describe('secondOpinionPdf', () => {
  it('keeps what one reader could not judge apart from what one report does not mention', async () => {
    const alone = { second: null, relation: 'only-original', differsIn: [], grade: 'none' } as const;
    const comparisonOf = (pair: ReturnType<typeof samplePair>) => ({
      comparison: OPINION.comparison === null ? null : { ...OPINION.comparison, pairs: [pair] },
      locked: { ...OPINION.locked, checklist: [] },
      revised: null,
    });
    const silent = await words(comparisonOf(samplePair(alone)));
    const unjudged = await words(comparisonOf(samplePair({ ...alone, notAssessable: true })));
    expect(silent).toContain('not mentioned');
    expect(silent).not.toContain('cannot be judged on these images');
    expect(unjudged).toContain('cannot be judged on these images');
    expect(unjudged.match(/not mentioned/g)?.length ?? 0).toBe((silent.match(/not mentioned/g)?.length ?? 0) - 1);
  });

  it('says who, what, and the answer to each question', async () => {
    const text = await words();
    expect(text).toContain('Inês Ruth Almeida, born 14 March 1961, female');
    expect(text).toContain('MRI lumbar spine, 21 April 2026, Harbour Imaging, accession number HI-55012');
    expect(text).toContain('“Does the narrow canal explain the pain in both legs?”');
    expect(text).toContain('the images alone do not explain pain in both legs.');
  });

  it('shows the revised opinion with its reason, and the locked one whole beside it', async () => {
    const text = await words();
    const places = order(
      text,
      'revised after the comparison',
      'I looked for it again and could not measure one.',
      'No slip of L4 measurable on supine images.',
      'as locked before the original was opened',
      'Small central protrusion of 4 mm',
    );
    expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true);
    expect(text.match(/Mild canal narrowing at L4\/L5 without root compression\./g)).toHaveLength(2);
    expect(text).toContain(
      'Unchanged, as locked: technique, comparison with earlier examinations, findings, and recommendations.',
    );
  });

  it('tells how it was read, with times and the hash of the lock', async () => {
    const text = await words();
    expect(text).toContain('read the images without the original report');
    expect(text).toContain('18 May 2026, 14:21 UTC');
    const hash = OPINION.origin.kind === 'outside' ? '' : OPINION.origin.lockHash;
    expect(text).toContain(hash);
  });

  it('compares line by line and crowns nobody', async () => {
    const text = await words();
    for (const part of ['≠ differs in severity', '| only in the original', '‖ only in the second', '= agrees']) {
      expect(text).toContain(part);
    }
    expect(text.match(/not mentioned/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toContain('Neither report is proven right by the other');
    expect(text).toContain('2b: a difference that can easily happen; likely to matter for the treatment');
    expect(text).toContain('standing films in flexion and extension');
    expect(text).not.toMatch(/\b(correct report|winner|wrong|error)\b/i);
  });

  it('counts in the headline only what could change the treatment', async () => {
    expect(await words()).toContain('Two radiologists differ in 2 points that could change the treatment');
    const minor = OPINION.comparison && {
      ...OPINION.comparison,
      agreement: 'minor' as const,
      pairs: [samplePair({ grade: 'minor' })],
    };
    expect(await words({ comparison: minor })).toContain('and differ in one smaller point');
    const same = OPINION.comparison && { ...OPINION.comparison, agreement: 'concordant' as const, pairs: [] };
    expect(await words({ comparison: same })).toContain('Two radiologists agree');
  });

  it('keeps the four answers of the checklist apart', async () => {
    const text = await words();
    for (const part of ['present, mild', 'looked for, absent', 'cannot be judged on these images', 'not mentioned']) {
      expect(text).toContain(part);
    }
  });

  it('shows the marked images with what was marked on them, for those who cannot see them too', async () => {
    const [mark] = OPINION.locked.marks;
    if (mark === undefined) throw new Error('The sample marks nothing.');
    const { sopInstanceUid, frame } = mark;
    const keyImages = [{ sopInstanceUid, frame, image: tinyPng(), columns: 320, rows: 320 }];
    const bytes = await secondOpinionPdf(SETTING, { ...OPINION, keyImages });
    const { text } = await readPdfText(bytes);
    const name = OPINION.imageNames[sopInstanceUid] ?? sopInstanceUid;
    expect(text.replace(/\s+/g, ' ')).toContain(`${name}: 1. ${mark.label}`);
    const alt = /\/Alt \(Magnetic resonance image, /;
    expect(bytes.toString('latin1')).toMatch(alt);
    // A frame that could not be drawn is named in the table all the same.
    const without = await secondOpinionPdf(SETTING, OPINION);
    expect(without.toString('latin1')).not.toMatch(alt);
    if (HAS_POPPLER) expect(poppler('pdfinfo', ['-struct', 'PDF'], bytes)).toMatch(/^ {2}Figure/m);
  });

  it.skipIf(!HAS_POPPLER)('reads in its order in the text of a screen reader', async () => {
    const text = poppler('pdftotext', ['PDF', '-'], await secondOpinionPdf(SETTING, OPINION)).replace(/\s+/g, ' ');
    const parts = [
      'Second reading of an MRI',
      'Dr. Ingrid Solheim',
      'Questions and answers',
      'The second report, revised after the comparison',
      'Marked on the images',
      'How this was read',
      'Two reports, finding by finding',
      'Signature',
      'Appendix: the original report',
    ];
    const at = parts.map((part) => text.indexOf(part));
    expect(at.every((position) => position >= 0)).toBe(true);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  it('names the marked images, by their UID where they have no name', async () => {
    const text = await words();
    expect(text).toContain('Protrusion L4/L5 T2 sagittal, image 6 of 11 4.0 mm');
    expect(text).toContain('Cyst S2 1.2.3.9');
  });

  it('holds the signature, the addenda and the original report as an appendix', async () => {
    const text = await words();
    expect(text).toContain('Signed by Dr. Ingrid Solheim on 20 May 2026, 10:05 UTC');
    expect(text).toContain(OPINION.signed?.hash);
    expect(text).toContain('no oedema in the L4/L5 facet joints');
    const appendix = text.slice(text.indexOf('Appendix: the original report'));
    expect(appendix).toContain('Facet arthrosis L3 to L5. Conus ends at L1.');
    expect(appendix).toContain('Neurosurgical or orthopaedic consultation advised.');
  });

  it('prints the original as one text when it has no sections', async () => {
    const original = OPINION.original && { ...OPINION.original, sections: {} };
    const text = await words({ original });
    expect(text).toContain(ORIGINAL_TEXT.replace(/\s+/g, ' '));
  });

  it('has a form for a case without an original report', async () => {
    const origin = { ...OPINION.origin, kind: 'alone', revealedAt: null } as SecondOpinion['origin'];
    const text = await words({ original: null, comparison: null, revised: null, origin });
    expect(text).toContain('A second radiologist has read the MRI of the lumbar spine');
    expect(text).toContain('There was no original report to compare with.');
    expect(text).not.toContain('Original opened');
    expect(text).not.toContain('Appendix');
  });

  it('claims no seal for an outside opinion', async () => {
    const text = await words({ origin: { kind: 'outside', service: 'Lakeside Expert Radiology' } });
    expect(text).toContain('given by Lakeside Expert Radiology, outside this practice');
    expect(text).not.toContain('Findings locked');
  });

  it('says on its face when it is not signed', async () => {
    const text = await words({ signed: null });
    expect(text).toContain('Not signed yet. This is a draft and no medical opinion.');
    expect(text).not.toContain('Signed by');
  });

  it.skipIf(!HAS_POPPLER)('is tagged: one H1, tables with heads (needs poppler-utils)', async () => {
    const tree = poppler('pdfinfo', ['-struct', 'PDF'], await secondOpinionPdf(SETTING, OPINION));
    expect(tree.match(/^\s*H1\b/gm)).toHaveLength(1);
    expect(tree.match(/\/Scope \/Column/g)?.length).toBe(9);
  });
});

/** The parts of a case that the document looks at. */
function caseState(over: Partial<CaseState['reading']> = {}): CaseState {
  const reader = { readerId: 'r1', name: 'Dr. Ingrid Solheim' };
  const origin = OPINION.origin.kind === 'outside' ? null : OPINION.origin;
  const by = { personId: 'r1', name: 'Dr. Ingrid Solheim', role: 'reader' };
  return {
    number: OPINION.caseNumber,
    patient: OPINION.patient,
    referrer: { personId: null, name: OPINION.askedBy, email: '' },
    question: { region: 'lumbar-spine', side: 'none', questions: OPINION.questions },
    studies: [
      { ...OPINION.studies[0], state: 'attached' },
      { ...OPINION.studies[0], description: 'MRI of somebody else', state: 'held' },
    ],
    report: { fileName: 'report-0421.pdf' },
    outside: null,
    reading: {
      reader,
      acceptedAt: origin?.acceptedAt,
      openedAt: origin?.openedAt,
      revealedAt: origin?.revealedAt,
      locked: { report: OPINION.locked, hash: origin?.lockHash, at: origin?.lockedAt },
      comparison: OPINION.comparison,
      revised: OPINION.revised,
      signed: { by, at: OPINION.signed?.at, statement: OPINION.signed?.statement, hash: OPINION.signed?.hash },
      addenda: OPINION.addenda.map(({ at, text }, i) => ({ addendumId: `a${i}`, at, text, by })),
      ...over,
    },
  } as unknown as CaseState;
}

describe('secondOpinionOf', () => {
  it('takes the opinion out of a case, attached studies only', async () => {
    const opinion = secondOpinionOf(caseState(), OPINION.original, OPINION.imageNames);
    expect(opinion.studies).toHaveLength(1);
    expect(opinion.origin).toEqual(OPINION.origin);
    expect(opinion.addenda).toEqual(OPINION.addenda);
    const same = await secondOpinionPdf(SETTING, opinion);
    expect(same.equals(await secondOpinionPdf(SETTING, OPINION))).toBe(true);
  });

  it('refuses a case whose findings are not locked', () => {
    expect(() => secondOpinionOf(caseState({ locked: null }), null)).toThrow('no locked report');
  });

  it('knows an opinion from outside', () => {
    const state = {
      ...caseState({ reader: null }),
      outside: { service: 'Lakeside', packetSha256: '', at: '', report: null },
    };
    expect(secondOpinionOf(state, null).origin).toEqual({ kind: 'outside', service: 'Lakeside' });
  });
});
