import type { CaseView } from '@overread/rules/case/view.ts';

interface Part {
  readonly say: string;
  readonly with?: Readonly<Record<string, number>>;
}

/** What a copy holds for this person, as the service will put it together. */
export function copyParts({ studies, maySee, report, delivery }: CaseView): readonly Part[] {
  const count = studies.filter(({ state }) => state === 'attached').reduce((sum, { instances }) => sum + instances, 0);
  return [
    ...(maySee.includes('images:view') && count > 0 ? [{ say: 'intake.copy.part.images', with: { count } }] : []),
    ...(maySee.includes('report:view') && report !== null ? [{ say: 'intake.copy.part.original' }] : []),
    ...(maySee.includes('document:view') && delivery.documentSha256 !== null
      ? [{ say: 'intake.copy.part.second' }, { say: 'intake.copy.part.result' }]
      : []),
    { say: 'intake.copy.part.summary' },
    { say: 'intake.copy.part.index' },
  ];
}

/** "312" and "mb", "4.4" and "gb": as shops and download lists count. */
export function sizeWords(bytes: number): { readonly amount: number; readonly unit: 'mb' | 'gb' } {
  if (bytes >= 1e9) return { amount: Math.round(bytes / 1e8) / 10, unit: 'gb' };
  return { amount: Math.max(1, Math.round(bytes / 1e6)), unit: 'mb' };
}
