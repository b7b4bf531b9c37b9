import type { FeltPlace } from '@overread/rules/case/vocabulary.ts';
import type { Words } from './use-words.ts';

/** "Left knee", or "Neck" where the body has it once. */
export function placeWords(words: Words, { place, side }: Pick<FeltPlace, 'place' | 'side'>): string {
  const name = words(`common.body.place.${place}`);
  return side === 'none' ? name : words(`common.body.side.${side}`, { place: name.toLowerCase() });
}

/** "Left knee: pain, swollen". */
export function feltWords(words: Words, felt: FeltPlace): string {
  const feelings = felt.feelings.map((feeling) => words(`common.body.feeling.${feeling}`).toLowerCase());
  return [placeWords(words, felt), feelings.join(', ')].filter((part) => part !== '').join(': ');
}
