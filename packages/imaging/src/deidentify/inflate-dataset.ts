import { Inflate } from 'fflate';
import { DamagedDicom } from '../headers/problems.ts';
import { join } from '../write/part10.ts';

/** A deflated data set that grows beyond this is refused: it is no MR instance. */
const MAX_BYTES = 1 << 30;

/** A deflated data set (PS3.5 A.5) as it is. Throws DamagedDicom. */
export function inflateDataset(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_BYTES) throw new DamagedDicom('the deflated file is larger than 1 GiB when opened');
  });
  try {
    stream.push(bytes, true);
  } catch (error) {
    if (error instanceof DamagedDicom) throw error;
    throw new DamagedDicom('the deflated file cannot be opened');
  }
  return join(pieces);
}
