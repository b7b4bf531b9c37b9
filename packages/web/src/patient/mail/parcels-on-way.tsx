import { useCaseParcels } from './mail-api.ts';
import { ParcelList } from './parcel-list.tsx';

/** Where the parcels of this case are, beside the page of its images; nothing where there is none. */
export function ParcelsOnWay({ caseId }: { readonly caseId: string }) {
  const parcels = useCaseParcels(caseId);
  const open = (parcels.data ?? []).filter(({ state }) => state !== 'returned' && state !== 'destroyed');
  return open.length === 0 ? null : <ParcelList caseId={caseId} parcels={open} />;
}
