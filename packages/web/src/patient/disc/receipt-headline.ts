import type { ImportView } from '@overread/contract/imports.ts';
import type { Said } from './describe-disc.ts';

/** The heading over a delivery: the answer to whether it has arrived. `instances` counts those that were here before too. */
export function receiptHeadline(delivery: ImportView): Said {
  const { state, instances, alreadyHere, refused, studies } = delivery;
  const said = (id: string, values: Said['with'] = {}): Said => ({ id: `intake.receipt.${id}`, with: values });
  if (state === 'failed') return said('failed');
  if (state !== 'done') return said('importing');
  if (studies.some((study) => study.state === 'held')) return said('held');
  if (instances === 0) return said('none');
  if (instances === alreadyHere) return said('known');
  return refused.length > 0
    ? said('some', { count: instances, refused: refused.length })
    : said('all', { count: instances });
}
