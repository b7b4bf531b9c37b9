import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseView } from '@overread/rules/case/view.ts';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { copyParts, sizeWords } from './copy-model.ts';

const VIEW = {
  studies: [
    { state: 'attached', instances: 12 },
    { state: 'attached', instances: 30 },
    { state: 'held', instances: 5 },
  ],
  maySee: ['images:view', 'report:view', 'document:view'],
  report: { fileName: 'report.pdf' },
  delivery: { documentSha256: 'a' },
} as unknown as CaseView;

describe('copyParts', () => {
  it('names what the person may see, and images that are attached', () => {
    expect(copyParts(VIEW).map(({ say }) => say.slice('intake.copy.part.'.length))).toEqual([
      'images',
      'original',
      'second',
      'result',
      'summary',
      'index',
    ]);
    expect(copyParts(VIEW)[0]?.with).toEqual({ count: 42 });
    expect(copyParts({ ...VIEW, maySee: [] }).map(({ say }) => say)).not.toContain('intake.copy.part.images');
  });
});

describe('sizeWords', () => {
  it.each([
    [10, 1, 'mb'],
    [312_400_000, 312, 'mb'],
    [4_440_000_000, 4.4, 'gb'],
  ])('says %i bytes', (bytes, amount, unit) => {
    expect(sizeWords(bytes)).toEqual({ amount, unit });
  });
});

it('has a sentence for everything that the page says', () => {
  const source = ['copy-page.tsx', 'making-panel.tsx', 'copy-model.ts']
    .map((name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'))
    .join('\n');
  const said = [...source.matchAll(/'(intake\.copy\.[\w.]+)'/g)].map(([, id = '']) => id);
  const known = Object.keys(CATALOGUES.en.intake ?? {}).filter((id) => id.startsWith('intake.copy.'));
  expect(said.filter((id) => !known.includes(id))).toEqual([]);
  const built = ['zip', 'iso', 'zip.hint', 'iso.hint', 'download.zip', 'download.iso', 'then.zip', 'then.iso'];
  const sized = ['ready.mb', 'ready.gb', 'making.size.mb', 'making.size.gb'];
  const all = new Set([...said, ...[...built, ...sized].map((end) => `intake.copy.${end}`)]);
  expect([...all].sort()).toEqual(known.sort());
});
