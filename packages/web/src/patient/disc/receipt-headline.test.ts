import type { ImportView } from '@overread/contract/imports.ts';
import { createSay } from '@overread/words';
import { expect, it } from 'vitest';
import { receiptHeadline } from './receipt-headline.ts';

const say = createSay('en', { unknown: 'throw' });
const study = (state: ImportView['studies'][number]['state']) => ({
  studyInstanceUid: '1',
  description: '',
  patientName: '',
  instances: 1,
  state,
});
const refused = [{ path: 'a', reason: 'b' }];

it.each([
  [{ state: 'importing' }, 'The pictures have arrived. We put them in order.'],
  [{}, 'All 1,260 pictures have arrived.'],
  [{ instances: 1 }, 'The picture has arrived.'],
  [{ alreadyHere: 1000 }, 'All 1,260 pictures have arrived.'],
  [{ alreadyHere: 1260 }, 'We have all of this already.'],
  [{ instances: 0, refused }, 'No picture has arrived.'],
  [{ refused }, '1,260 pictures have arrived. One file could not be read.'],
  [{ studies: [study('attached'), study('held')] }, 'The pictures have arrived. One thing has to be checked.'],
  [{ state: 'failed' }, 'The pictures could not be put in order.'],
] as [Partial<ImportView>, string][])('case %#', (more, expected) => {
  const delivery = {
    state: 'done',
    instances: 1260,
    alreadyHere: 0,
    refused: [],
    studies: [study('attached')],
    ...more,
  };
  const { id, with: values } = receiptHeadline(delivery as unknown as ImportView);
  expect(say(id, values)).toBe(expected);
});
