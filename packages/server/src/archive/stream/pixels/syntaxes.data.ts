/** Codecs that open compressed frames. */
export type Codec = 'rle' | 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000';

/** Compressed transfer syntaxes (PS3.5 annex A.4, PS3.6 table A-1) by UID: what opens them, and their names. */
export const COMPRESSED: Readonly<Record<string, { readonly name: string; readonly codec: Codec | null }>> = {
  '1.2.840.10008.1.2.5': { name: 'RLE Lossless', codec: 'rle' },
  '1.2.840.10008.1.2.4.50': { name: 'JPEG Baseline', codec: 'jpeg' },
  // 12 bits a sample, of which the 8-bit decoder knows nothing; 8-bit files of this syntax are as good as none.
  '1.2.840.10008.1.2.4.51': { name: 'JPEG Extended', codec: null },
  '1.2.840.10008.1.2.4.57': { name: 'JPEG Lossless', codec: 'jpeg-lossless' },
  '1.2.840.10008.1.2.4.70': { name: 'JPEG Lossless, first order', codec: 'jpeg-lossless' },
  '1.2.840.10008.1.2.4.80': { name: 'JPEG-LS Lossless', codec: 'jpeg-ls' },
  '1.2.840.10008.1.2.4.81': { name: 'JPEG-LS near lossless', codec: 'jpeg-ls' },
  '1.2.840.10008.1.2.4.90': { name: 'JPEG 2000 Lossless', codec: 'jpeg-2000' },
  '1.2.840.10008.1.2.4.91': { name: 'JPEG 2000', codec: 'jpeg-2000' },
  '1.2.840.10008.1.2.4.201': { name: 'High-Throughput JPEG 2000 Lossless', codec: null },
  '1.2.840.10008.1.2.4.202': { name: 'High-Throughput JPEG 2000 Lossless RPCL', codec: null },
  '1.2.840.10008.1.2.4.203': { name: 'High-Throughput JPEG 2000', codec: null },
  '1.2.840.10008.1.2.4.110': { name: 'JPEG XL Lossless', codec: null },
  '1.2.840.10008.1.2.4.112': { name: 'JPEG XL', codec: null },
  '1.2.840.10008.1.2.4.100': { name: 'MPEG-2 video', codec: null },
  '1.2.840.10008.1.2.4.102': { name: 'MPEG-4 video', codec: null },
};
