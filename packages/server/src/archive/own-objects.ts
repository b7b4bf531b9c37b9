import { createHash, randomUUID } from 'node:crypto';
import { parseHeader } from '@overread/imaging';
import type { Tx } from '../platform/ports.ts';
import type { ClosedPack, Intake } from './model.ts';
import { createPackWriter } from './pack-writer.ts';
import { OWN_PACKS } from './store.ts';

/** Names the owner of packs that hold objects made from this document (SHA-256, hex). */
export const ownerOfOwn = (documentSha256: string): string => `${OWN_PACKS}${documentSha256}`;

/** Seals DICOM files that the service made, and indexes them. */
export async function takeOwn(tx: Tx, intake: Intake, files: readonly Uint8Array[]): Promise<void> {
  const closed: ClosedPack[] = [];
  const writer = createPackWriter({
    ...{ caseId: intake.caseId, dataKey: intake.dataKey, scratch: intake.scratch },
    newPackId: () => `${intake.owner}.${randomUUID()}`,
    onClosed: (pack) => closed.push(pack),
  });
  try {
    for (const bytes of files) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      writer.add({ path: '', bytes, sha256, header: parseHeader(bytes) });
    }
    writer.close();
  } catch (error) {
    writer.abandon();
    throw error;
  }
  for (const pack of closed) await intake.take(tx, pack);
}
