/** How the bytes of a data set are written (PS3.5 section 10 and annex A). */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
  /** The whole data set is one deflate stream (PS3.5 A.5). */
  readonly deflated: boolean;
  /** Pixel data lie in fragments (PS3.5 A.4). */
  readonly encapsulated: boolean;
}

export const IMPLICIT_LITTLE = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
export const EXPLICIT_BIG = '1.2.840.10008.1.2.2';
export const DEFLATED = '1.2.840.10008.1.2.1.99';
/** GE's private syntax: implicit little endian with pixels in big endian. */
const GE_PRIVATE = '1.2.840.113619.5.2';

const native = { deflated: false, encapsulated: false } as const;

/** The encoding that a transfer syntax UID stands for; an unknown one is explicit little endian with fragments. */
export function encodingOf(transferSyntaxUid: string): Encoding {
  switch (transferSyntaxUid) {
    case IMPLICIT_LITTLE:
    case GE_PRIVATE:
      return { ...native, explicit: false, littleEndian: true };
    case EXPLICIT_LITTLE:
      return { ...native, explicit: true, littleEndian: true };
    case EXPLICIT_BIG:
      return { ...native, explicit: true, littleEndian: false };
    case DEFLATED:
      return { ...native, explicit: true, littleEndian: true, deflated: true };
    default:
      return { explicit: true, littleEndian: true, deflated: false, encapsulated: true };
  }
}

/** Whether the pixels lie uncompressed in the file and a frame can be shown without a codec. */
export const isNativeSyntax = (transferSyntaxUid: string): boolean => {
  const encoding = encodingOf(transferSyntaxUid);
  return !encoding.encapsulated && !encoding.deflated;
};
