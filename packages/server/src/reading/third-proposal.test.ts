import { describe, expect, it } from 'vitest';
import { proposalOf } from './proposal.ts';
import { thirdProposalOf } from './third-proposal.ts';

const ORIGINAL = 'FINDINGS:\nMild central canal stenosis at L4-L5. No disc herniation at L5-S1.';
const SECOND = 'FINDINGS:\nSevere central canal stenosis at L4-L5. Left paracentral disc extrusion at L5-S1.';
const THIRD =
  'FINDINGS:\nSevere central canal stenosis at L4-L5. No disc herniation at L5-S1. Hemangioma in the L2 vertebral body.';

function compared() {
  const { pairs, agreement } = proposalOf(ORIGINAL, SECOND);
  const open = {
    radpeer: '2b',
    effectOnTreatment: 'changes',
    likelyCause: 'unknown',
    couldSettle: '',
    plainWords: '',
  } as const;
  return { pairs: pairs.map((pair) => ({ ...pair, status: 'confirmed' as const })), agreement, ...open };
}

describe('thirdProposalOf', () => {
  it('puts the third report beside each line of the signed comparison, and says whom it bears out', () => {
    const { pairs } = thirdProposalOf({ original: ORIGINAL, second: SECOND, third: THIRD, compared: compared() });
    const at = (place: RegExp) => pairs.find((pair) => place.test(`${pair.place} ${pair.original} ${pair.second}`));
    expect(at(/stenosis/i)?.third).toEqual({ said: 'Severe central canal stenosis at L4-L5.', bearsOut: 'second' });
    expect(pairs.every(({ status, third }) => status === 'proposed' && third !== undefined)).toBe(true);
    expect(pairs.filter(({ original, second }) => original === null && second === null)).toMatchObject([
      { third: { said: 'Hemangioma in the L2 vertebral body.', bearsOut: 'neither' } },
    ]);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  });

  it('works with the second opinion alone, and is the same when it is made again', () => {
    const texts = { original: null, second: SECOND, third: THIRD, compared: null };
    const { pairs } = thirdProposalOf(texts);
    expect(pairs.every(({ original }) => original === null)).toBe(true);
    expect(pairs.find(({ second }) => second?.includes('stenosis'))?.third?.bearsOut).toBe('second');
    expect(thirdProposalOf(texts)).toEqual(thirdProposalOf(texts));
  });
});
